import type { Chats } from '../chats.js';
import type { ExecuteOptions, Offhook } from '../client.js';
import type { Connector, ConnectorLink } from '../connector.js';
import { isIncoming, type Call } from '../model/call.js';
import type { Chat } from '../model/chat.js';
import type { Command, CommandResult } from '../model/command.js';
import { asOffhookError, OffhookError } from '../model/error.js';
import { sameNumber } from '../model/phoneNumber.js';
import { isEffective, type Subject } from './effect.js';
import { validate } from './validate.js';

/** One connector at work, as the commands see it. */
export interface Line {
  readonly connector: Connector;
  readonly link: ConnectorLink;
  /** Whether it was ever ready. Only before that do commands wait for it. */
  wasReady(): boolean;
}

export interface ExecutorOptions {
  readonly client: Offhook;
  /** Where the commands under way are kept: they tell why a call ended. */
  readonly pending: Set<Command>;
  readonly lineFor: (command: Command, call: Call | undefined, chat: Chat | undefined) => Line;
  /** What is known of chats, where a connector chats. */
  readonly chats: Chats | undefined;
  readonly timeoutMs: number;
  readonly readyTimeoutMs: number;
  /** Ends every wait when the client closes. */
  readonly closed: AbortSignal;
}

/** The ways in which a wait ends. */
interface Wait<T> {
  readonly done: (value: T) => void;
  readonly fail: (error: unknown) => void;
}

/** A number dialled, first in, first out: the first new outbound call to it is the call. */
interface Dialled {
  readonly connector: string;
  readonly to: string;
  readonly took: (call: Call) => void;
}

export type Execute = (command: Command, options?: ExecuteOptions) => Promise<CommandResult>;

export function createExecute(options: ExecutorOptions): Execute {
  const { client, pending, chats } = options;
  const dialled = new Set<Dialled>();
  const taken = new WeakSet<Call>();
  const take = (call: Call): void => {
    if (call.direction !== 'outbound' || taken.has(call)) return;
    for (const each of dialled) {
      if (each.connector !== call.connector || !sameNumber(each.to, call.remote.number)) continue;
      taken.add(call);
      return each.took(call);
    }
  };

  function callOf(command: Command): Call | undefined {
    if (!('callId' in command)) return undefined;
    const call = client.calls.get(command.callId).value;
    if (call === undefined) throw new OffhookError('invalid-argument', 'There is no call with this id.');
    return call;
  }

  const chatOf = (command: Command): Chat | undefined => chats?.about(command);

  /** Waits until `watch` ends it, or the signal, the time or the client does. `watch` returns what to give back. */
  function wait<T>(
    ms: number,
    late: () => OffhookError,
    signal: AbortSignal | undefined,
    watch: (wait: Wait<T>) => (() => void)[],
  ): Promise<T> {
    const ends: (() => void)[] = [];
    return new Promise<T>((done, fail) => {
      for (const each of [signal, options.closed]) {
        const abort = (): void => fail(new OffhookError('aborted', 'This command was given up.'));
        if (each?.aborted) return abort();
        each?.addEventListener('abort', abort);
        ends.push(() => each?.removeEventListener('abort', abort));
      }
      ends.push(
        client.clock.setTimeout(() => fail(late()), ms),
        ...watch({ done, fail }),
      );
    }).finally(() => ends.forEach((end) => end()));
  }

  return async (command, { signal, timeoutMs = chats?.patienceMs(command) ?? options.timeoutMs } = {}) => {
    validate(command);
    chats?.validate(command);
    const { connector, link, wasReady } = options.lineFor(command, callOf(command), chatOf(command));
    const { id, name } = connector;
    const connection = client.connections.get(id);
    const agent = client.agents.get(id);
    const devices = client.devices.get(id);
    const subject = (call: Call | undefined): Subject => ({
      call,
      agent: agent.value,
      connection: connection.value,
      devices: devices.value,
    });
    const effective = (call: Call | undefined, chat: Chat | undefined): boolean | undefined =>
      chat === undefined ? isEffective(command, subject(call)) : chats?.isEffective(command, chat);
    const result = (
      by: CommandResult['by'],
      call: Call | undefined,
      chat: Chat | undefined,
    ): CommandResult => ({
      ...(call && { callId: call.id }),
      ...(chat && { chatId: chat.id }),
      by,
    });
    const readyBy = client.clock.monotonic() + options.readyTimeoutMs;

    for (;;) {
      const [call, chat] = [callOf(command), chatOf(command)];
      if (effective(call, chat) === true) return result('already', call, chat);
      const capability = client.can(command.type, { call, chat, connector: id });
      if (capability.allowed) break;
      // Before the vendor was ever ready a command waits for that. After it none waits, and none is ever replayed.
      if (capability.reason !== 'not-ready' || wasReady() || connection.value?.status === 'failed') {
        throw new OffhookError(capability.reason, capability.text);
      }
      const notReady = (): OffhookError =>
        new OffhookError('not-ready', `${name} did not become ready in time. Is its page reachable?`);
      await wait<void>(readyBy - client.clock.monotonic(), notReady, signal, ({ done }) => [
        connection.listen(() => done()),
      ]);
    }

    const notObserved = (): OffhookError =>
      new OffhookError(
        'not-observed',
        `${name} showed no effect of ${command.type}. Is this page's origin among its accepted origins?`,
      );
    return wait<CommandResult>(timeoutMs, notObserved, signal, ({ done, fail }) => {
      const [call, chat] = [callOf(command), chatOf(command)];
      // One that is not even among the recent calls any more has ended.
      const current = (): Call | undefined =>
        call && (client.calls.get(call.id).value ?? { ...call, state: 'ended' });
      const observe = (): void => {
        const now = current();
        if (effective(now, undefined)) done(result('observed', now, undefined));
        else if (now?.state === 'ended')
          fail(new OffhookError('invalid-state', 'The call ended before this was done.'));
      };
      const shows = command.type === 'call.dial' || effective(call, chat) !== undefined;
      pending.add(command);
      const ends: (() => void)[] = [() => pending.delete(command)];
      if (command.type === 'call.dial') {
        const entry: Dialled = {
          connector: id,
          to: command.to,
          took: (dialledCall) => {
            dialled.delete(entry);
            done(result('observed', dialledCall, undefined));
          },
        };
        dialled.add(entry);
        // Every dial listens; whichever hears of a call first gives it to the dial that waited longest.
        ends.push(
          client.on('call.added', (event) => take(event.call)),
          () => dialled.delete(entry),
        );
      } else if (shows && chat === undefined) {
        const watched = call === undefined ? [agent, connection, devices] : [client.calls.get(call.id)];
        ends.push(...watched.map((each) => each.listen(observe)));
      }
      const watch =
        chat &&
        chats?.watch(command, chat, {
          done: (now) => done(result('observed', undefined, now)),
          fail,
        });
      if (watch) ends.push(watch.end);
      try {
        const acknowledged =
          chat === undefined
            ? link.send(asSent(command, call, connector), call)
            : link.send(command, call, chat);
        if (acknowledged !== undefined)
          acknowledged.then(
            (told) =>
              done({ ...result('acknowledged', current(), chat), ...(told && chats?.made(id, told)) }),
            (error: unknown) => fail(asOffhookError(error)),
          );
        else if (!shows) done(result('sent', call, chat));
        else watch?.begin();
      } catch (error) {
        fail(asOffhookError(error));
      }
      return ends;
    });
  };
}

/** A call that still rings has nothing to hang up: where the vendor tells the two apart, it is rejected. */
const asSent = (command: Command, call: Call | undefined, { commands }: Connector): Command =>
  command.type === 'call.hangUp' && call !== undefined && isIncoming(call) && commands['call.reject'] === true
    ? { type: 'call.reject', callId: command.callId }
    : command;
