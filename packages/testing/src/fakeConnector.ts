import {
  chatting,
  type Acknowledgement,
  type Call,
  type Chat,
  type Command,
  type ConnectionStatus,
  type Connector,
  type ConnectorContext,
  type OffhookError,
  type Party,
  type Report,
} from '@offhook/core';
import { everyCommand } from './everyCommand.js';
import { fakeCall, type FakeCall, type FakeCallDetails } from './fakeCall.js';
import { fakeChat, type FakeChat, type FakeChatDetails } from './fakeChat.js';
import { fakeMessage, type FakeMessageDetails } from './fakeMessage.js';
import { obey } from './obey.js';

/**
 * What the fake vendor does with a command: `obey` does it at once and shows the effect, `ignore` takes it and does
 * nothing, `wait` waits for `acknowledge` or `refuse`.
 */
export type FakeResponse = 'obey' | 'ignore' | 'wait';

/** What the fake connector is to be like. */
export interface FakeConnectorOptions {
  /** Left out: `fake`. */
  readonly id?: string;
  readonly name?: string;
  /** What the vendor can do; everything, when left out. */
  readonly commands?: Connector['commands'];
  readonly recyclesIds?: boolean;
  readonly size?: Connector['size'];
  /** The connection's status right after connecting. Left out: `ready`. With `connecting` it says nothing yet. */
  readonly status?: ConnectionStatus;
  /** Left out: `obey`. */
  readonly response?: FakeResponse;
}

/** A connector whose vendor is the test. */
export interface FakeConnector extends Connector {
  /** Reports what one frame of the vendor would say, in one commit. */
  emit(...reports: readonly Report[]): void;
  /** Someone calls us. */
  ring(details?: FakeCallDetails): FakeCall;
  /** A call goes out from the vendor's own window. */
  dial(details?: FakeCallDetails): FakeCall;
  /** Someone writes to us; gives Offhook's id of the thread. */
  message(details?: FakeMessageDetails): string;
  /** A chat of the customer's; nothing has happened in it yet, unless the details say so. */
  chat(details?: FakeChatDetails): FakeChat;
  /** The connection changes. */
  becomes(status: ConnectionStatus, reason?: string): void;
  /** From now on. */
  respond(response: FakeResponse): void;
  /** The vendor acknowledges the command that has waited longest (response `wait`), and says what it has made. */
  acknowledge(made?: Acknowledgement): void;
  /** The vendor refuses the command that has waited longest (response `wait`). */
  refuse(error: OffhookError): void;
  /** Every command given, in order. */
  readonly sent: readonly Command[];
  /** How often it has been connected. */
  readonly connectCount: number;
  /** How many connections are open. Zero after every client was closed, or something leaks. */
  readonly openLinks: number;
  /** The elements that the vendor's frame is shown over now. */
  readonly attached: readonly HTMLElement[];
}

/** A command that the test still has to settle. */
interface Waiting {
  readonly acknowledge: (made: Acknowledgement | undefined) => void;
  readonly refuse: (error: OffhookError) => void;
}

/**
 * A connector for tests of an app or a binding: the test plays the vendor.
 *
 * @example
 * const line = fakeConnector();
 * const phone = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
 * const call = line.ring({ number: '+12165325078', name: 'Ann' });
 * await phone.execute({ type: 'call.answer', callId: call.id });
 * expect(phone.focus.value?.state).toBe('active');
 * call.end();
 */
export function fakeConnector(options: FakeConnectorOptions = {}): FakeConnector {
  const { id = 'fake', name = 'Fake', commands = everyCommand, status = 'ready' } = options;
  const links = new Set<ConnectorContext>();
  const sent: Command[] = [];
  const waiting: Waiting[] = [];
  const attached: HTMLElement[] = [];
  let response = options.response ?? 'obey';
  let connectCount = 0;
  let ids = 0;
  let hasChat = false;
  const now = (): number => [...links][0]?.clock.now() ?? 0;

  function emit(...reports: readonly Report[]): void {
    if (links.size === 0) throw new Error(`Nobody is connected to '${id}': give it to createOffhook first.`);
    for (const context of [...links]) context.emit(reports);
  }

  function newId(kind: 'call' | 'message' | 'chat' | 'file' = 'call'): string {
    ids += 1;
    if (kind === 'chat') hasChat = true;
    return `${kind}-${ids}`;
  }

  function begin(
    details: FakeCallDetails,
    start: Pick<Extract<Report, { type: 'call' }>, 'state' | 'direction'>,
  ): FakeCall {
    const { id: vendorId = newId(), number, name: remoteName, remote, ...facts } = details;
    const party: Party = {
      ...remote,
      ...(number !== undefined && { number }),
      ...(remoteName !== undefined && { name: remoteName }),
    };
    emit({ type: 'call', ids: [vendorId], ...start, remote: party, ...facts });
    return fakeCall(id, vendorId, emit);
  }

  function message(details: FakeMessageDetails = {}): string {
    const report = fakeMessage(details, newId('message'), now());
    emit(report);
    return `${id}:${report.threadId}`;
  }

  function chat({ id: vendorId = newId('chat'), ...details }: FakeChatDetails = {}): FakeChat {
    hasChat = true;
    emit({ type: 'chat', ids: [vendorId], state: 'idle', ...details });
    return fakeChat(id, vendorId, { emit, now, newId: () => newId('message') });
  }

  function send(
    context: ConnectorContext,
    command: Command,
    call: Call | undefined,
    about: Chat | undefined,
  ): void | Promise<Acknowledgement | undefined> {
    sent.push(command);
    if (response === 'ignore') return undefined;
    if (response === 'obey') {
      const reports = obey(command, call, { newId, now, hasChat: () => hasChat }, about);
      if (reports.length > 0) context.emit(reports);
      return undefined;
    }
    return new Promise<Acknowledgement | undefined>((acknowledge, refuse) =>
      waiting.push({ acknowledge, refuse }),
    );
  }

  function longestWaiting(): Waiting {
    const first = waiting.shift();
    if (first === undefined) throw new Error(`No command waits at '${id}': is its response 'wait'?`);
    return first;
  }

  return {
    id,
    name,
    commands,
    chats: chatting,
    ...(options.recyclesIds !== undefined && { recyclesIds: options.recyclesIds }),
    ...(options.size !== undefined && { size: options.size }),
    connect(context) {
      connectCount += 1;
      links.add(context);
      if (status !== 'connecting') context.emit([{ type: 'connection', status }]);
      return {
        send: (command, call, about) => send(context, command, call, about),
        attach(element) {
          attached.push(element);
          return () => {
            const index = attached.indexOf(element);
            if (index >= 0) attached.splice(index, 1);
          };
        },
        close() {
          links.delete(context);
        },
      };
    },
    emit,
    ring: (details = {}) => begin(details, { state: 'ringing', direction: 'inbound' }),
    dial: (details = {}) => begin(details, { state: 'dialing', direction: 'outbound' }),
    message,
    chat,
    becomes: (next, reason) =>
      emit({ type: 'connection', status: next, ...(reason !== undefined && { reason }) }),
    respond(next) {
      response = next;
    },
    acknowledge: (made) => longestWaiting().acknowledge(made),
    refuse: (error) => longestWaiting().refuse(error),
    sent,
    attached,
    get connectCount() {
      return connectCount;
    },
    get openLinks() {
      return links.size;
    },
  };
}
