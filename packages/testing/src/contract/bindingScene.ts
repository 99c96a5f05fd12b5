import { createOffhook, type Offhook } from '@offhook/core';
import { countingIds } from '../countingIds.js';
import type { FakeCall } from '../fakeCall.js';
import type { FakeChat } from '../fakeChat.js';
import { fakeConnector, type FakeConnector, type FakeConnectorOptions } from '../fakeConnector.js';
import { fakeContacts, type FakeContacts } from '../fakeContacts.js';
import { fakeLog, type FakeLog } from '../fakeLog.js';
import { fakePanes, type FakePanes } from '../fakePanes.js';
import { fakeProvide, type FakeProvide } from '../fakeProvide.js';
import { virtualClock, type VirtualClock } from '../virtualClock.js';
import { watchedClient } from '../watchedClient.js';
import type { ClientStreamName } from './streams.js';

const asked = { url: 'https://bank.example/captcha?1', reason: 'asked' } as const;

/** A client in the middle of a working day, whose vendor is the contract. */
export interface BindingScene {
  readonly line: FakeConnector;
  readonly clock: VirtualClock;
  readonly phone: Offhook;
  readonly provide: FakeProvide;
  readonly log: FakeLog;
  readonly contacts: FakeContacts;
  readonly panes: FakePanes;
  /** What of the client is observed now. */
  observed(): readonly string[];
  /** A call that is going on. */
  readonly active: FakeCall;
  /** A call that rings: it has the focus. */
  readonly ringing: FakeCall;
  /** The id of a thread with one message. */
  readonly thread: string;
  /** A chat with an agent and a message. */
  readonly chat: FakeChat;
  /** A chat that waits, fourth in the queue. */
  readonly queued: FakeChat;
  /** The id to read a stream with, where it takes one. */
  idFor(name: ClientStreamName): string | undefined;
  /** Changes what a stream shows. */
  change(name: ClientStreamName): void;
}

/** A client that has just begun: nothing has been told yet. */
export function blankPhone(): Offhook {
  const line = fakeConnector({ status: 'connecting' });
  return createOffhook({
    connectors: [line],
    clock: virtualClock(),
    ids: countingIds(),
    provide: fakeProvide(),
    log: fakeLog(),
    contacts: fakeContacts(),
    panes: fakePanes(),
  });
}

/** A client whose host has brought nothing along. */
export function barePhone(): { readonly phone: Offhook; readonly line: FakeConnector } {
  const line = fakeConnector();
  return { line, phone: createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() }) };
}

export function openScene(options: FakeConnectorOptions = {}): BindingScene {
  const clock = virtualClock();
  const line = fakeConnector(options);
  const provide = fakeProvide();
  const log = fakeLog();
  const contacts = fakeContacts({ changes$: provide.contacts.changes$ });
  const panes = fakePanes();
  const made = createOffhook({
    connectors: [line],
    clock,
    ids: countingIds(),
    provide,
    log,
    contacts,
    panes,
  });
  const { client: phone, observed } = watchedClient(made);
  line.emit({ type: 'agent', presence: 'available', name: 'Kim' });
  line.ring({ number: '+12165550100', name: 'Over' }).end('missed');
  const active = line.ring({ number: '+12165550101', name: 'Ann' });
  active.answer();
  clock.advance(5_000);
  const ringing = line.ring({ number: '+12165550102', name: 'Ben' });
  const thread = line.message({ number: '+12165550103', text: 'Hello' });

  const queued = line.chat({ state: 'queued', queuePosition: 4 });
  const chat = line.chat();
  chat.report({ state: 'starting' });
  chat.join();
  chat.say('Good morning');

  const changes: Readonly<Record<ClientStreamName, () => void>> = {
    calls: () => active.mute(),
    callIds: () => line.ring(),
    call: () => active.mute(),
    incomingCalls: () => line.ring(),
    recentCalls: () => active.end(),
    callDuration: () => clock.advance(3_000),
    dialer: () => line.becomes('offline', 'The cable is out.'),
    agent: () => line.emit({ type: 'agent', presence: 'busy' }),
    connection: () => line.becomes('offline', 'The cable is out.'),
    capabilities: () => line.becomes('offline', 'The cable is out.'),
    inbox: () => line.message({ number: '+12165550104', text: 'New' }),
    thread: () => line.message({ number: '+12165550103', text: 'Hello again' }),
    activities: () => {
      provide.history = [{ id: '2', subject: 'Offer', at: 2_000 }, ...provide.history];
      provide.contacts.changes$.next();
    },
    contactSearch: () => contacts.become(contacts.contacts.slice(0, 1)),
    contactMatch: () => contacts.become([]),
    contactImport: () => contacts.progress.set({ status: 'loading', loaded: 5 }),
    widget: () => line.emit({ type: 'widget', open: true }),
    devices: () => line.emit({ type: 'devices', ringer: { delegated: true } }),
    callLog: () => log.tell(active.id, { status: 'saved', waiting: 0 }),
    authorization: () => provide.authorization.status.set({ authorized: false }),
    settings: () => provide.settings.values.set([]),
    chats: () => queued.end('server'),
    chat: () => chat.say('How can I help?'),
    queuePosition: () => queued.queue(3),
    uploads: () =>
      chat.report({
        uploads: [{ id: '1', name: 'a.pdf', size: 10, type: 'application/pdf', sent: 5, state: 'uploading' }],
      }),
    captcha: () => line.emit({ type: 'chat', ids: ['asked'], state: 'idle', captcha: asked }),
    callbackRequest: () => line.emit({ type: 'chat.callback', chat: chat.vendorId, by: 'agent', ok: true }),
    serverStatus: () => chat.report({ server: 'offline' }),
    videoCall: () => chat.requestVideo(),
    screenShare: () => chat.report({ screen: { state: 'on' } }),
    cobrowse: () => chat.report({ cobrowse: { state: 'on', pointer: true } }),
    panes: () => {
      panes.show(`${line.id}:paned`);
      line.ring({ id: 'paned' });
    },
    paneContext: () => line.emit({ type: 'pane', vendorId: active.vendorId, title: 'Customer' }),
  };

  const ids: Readonly<Partial<Record<ClientStreamName, string>>> = {
    call: active.id,
    callDuration: active.id,
    callLog: active.id,
    thread,
    chat: chat.id,
    queuePosition: queued.id,
    uploads: chat.id,
    captcha: `${line.id}:asked`,
    callbackRequest: chat.id,
    videoCall: chat.id,
    screenShare: chat.id,
    cobrowse: chat.id,
    activities: 'ann',
    contactSearch: 'lee',
    contactMatch: '+12165550181',
  };

  return {
    line,
    clock,
    phone,
    provide,
    log,
    contacts,
    panes,
    observed,
    active,
    ringing,
    thread,
    chat,
    queued,
    idFor: (name) => ids[name],
    change: (name) => changes[name](),
  };
}

/** Runs one check on a scene of its own, and closes its client whatever happens. */
export async function inScene(
  check: (scene: BindingScene) => Promise<void>,
  options?: FakeConnectorOptions,
): Promise<void> {
  const scene = openScene(options);
  try {
    await check(scene);
  } finally {
    scene.phone.close();
  }
}
