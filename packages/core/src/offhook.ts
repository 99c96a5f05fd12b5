import { Subject } from 'rxjs';
import type { Offhook } from './client.js';
import { commandTypes } from './command/actions.js';
import { createExecute, type Line } from './command/execute.js';
import { meant, permit, type Choice } from './command/permit.js';
import type { Connector } from './connector.js';
import { noChats } from './noChats.js';
import { connectHost, type HostOptions } from './host.js';
import type { ContactMatch } from './model/contact.js';
import type { Report } from './model/report.js';
import type { Capabilities } from './model/capability.js';
import type { Command } from './model/command.js';
import type { Connection } from './model/connection.js';
import { OffhookError } from './model/error.js';
import {
  isEvent,
  ownerOf,
  type EventBody,
  type EventOf,
  type EventType,
  type OffhookEvent,
} from './model/event.js';
import { systemClock, type Clock } from './ports/clock.js';
import { providedContacts } from './ports/contacts.js';
import { systemIds, type Ids } from './ports/ids.js';
import { createCallStore } from './store/callStore.js';
import { createInboxStore } from './store/inboxStore.js';
import { createMatcher } from './store/matcher.js';
import { newAgent, newConnection } from './store/newEntries.js';
import { createVendorStore } from './store/vendorStore.js';
import { createPaneStore } from './store/paneStore.js';
import { createSoftphones } from './softphones.js';
import { attempt } from './stream/attempt.js';
import { createBatch } from './stream/batch.js';
import { combine, select } from './stream/select.js';

/** What a client is made of. Each port has a working default. */
export interface OffhookOptions extends HostOptions {
  readonly connectors: readonly Connector[];
  /** The id of the connector that is meant where none is named; the first one unless given. */
  readonly defaultConnector?: string;
  /** How many ended calls are kept; 50 unless given. */
  readonly recentLimit?: number;
  /** How many chats that are over are kept; 20 unless given. */
  readonly recentChatLimit?: number;
  /** How long a command waits for its effect, in milliseconds; 8,000 unless given. */
  readonly commandTimeoutMs?: number;
  /** How long a command waits for the vendor to become ready for the first time; 10,000 unless given. */
  readonly readyTimeoutMs?: number;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Silent unless given; never told message bodies, numbers or secrets. */
  readonly trace?: (message: string, detail?: unknown) => void;
}

/**
 * Makes the client: connects the connectors and keeps what they report as state and events. Make it once, outside
 * of any component tree, and close it when the app is done with it.
 *
 * @throws OffhookError `invalid-argument` for no connector, two of one id, or an unknown default.
 * @example
 * const phone = createOffhook({ connectors: [softphone] });
 * phone.on('call.ringing', ({ call }) => notify(call.remote.name ?? call.remote.number));
 */
export function createOffhook(options: OffhookOptions): Offhook {
  const { connectors, clock = systemClock, ids = systemIds, trace = () => {} } = options;
  const known = new Map(connectors.map((connector) => [connector.id, connector]));
  const first = known.get(options.defaultConnector ?? connectors[0]?.id ?? '');
  if (known.size < connectors.length)
    throw new OffhookError('invalid-argument', 'Give each connector an id of its own.');
  if (first === undefined)
    throw new OffhookError('invalid-argument', 'Give connectors, and a default that is among them.');

  const standard: Connector = first;
  const batch = createBatch();
  const chatConnector = [standard, ...connectors].find((each) => each.chats !== undefined);
  const chats = chatConnector?.chats?.connect({
    batch,
    now: () => clock.now(),
    recentLimit: options.recentChatLimit ?? 20,
  });
  const choice: Choice = { connectors, named: options.defaultConnector, standard, chats };
  const events$ = new Subject<OffhookEvent>();
  const closing = new AbortController();
  const pending = new Set<Command>();
  const vendors = createVendorStore(batch, connectors);
  const contacts = options.contacts ?? providedContacts(options.provide ?? {});
  const matcher = createMatcher({
    contacts,
    failed: (connector, error) => commit(connector, () => [{ type: 'error', error }]),
    signal: closing.signal,
  });
  const calls = createCallStore({
    batch,
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    recentLimit: options.recentLimit ?? 50,
    // A command may name the call by any of its ids.
    intent: (id) =>
      [...pending].filter((each) => 'callId' in each && calls.calls.get(each.callId).value?.id === id).at(-1)
        ?.type,
    match: (call) => lookUp(call.connector, call.remote.number, (match) => calls.matched(call, match)),
  });
  const inbox = createInboxStore({ batch, match: lookUp });
  const paneStore = createPaneStore(batch);
  let seq = 0;
  const host = connectHost(options, {
    clock,
    events$,
    call: (id) => calls.calls.get(id).value,
    isLasting: (connector, vendorId) => known.get(connector)?.isLasting?.(vendorId) ?? true,
    recyclesIds: (connector) => known.get(connector)?.recyclesIds ?? false,
    logged: (id, log) => commit(standard.id, () => inbox.logged(id, log) ?? calls.logged(id, log)),
    tell: (events) => commit(standard.id, () => events),
  });
  const lines = new Map<string, Line>();

  /** The one way in: all folds run, then everybody is told, then the events go out. */
  function commit(connector: string, fold: () => readonly EventBody[]): void {
    if (closing.signal.aborted) return;
    let bodies: readonly EventBody[] = [];
    batch.commit(
      () => void (bodies = fold()),
      () => {
        if (bodies.length === 0) return;
        seq += 1;
        if (!events$.observed) return;
        const at = clock.now();
        // A call may learn of a linked one from another connector than its own.
        for (const body of bodies) events$.next({ ...body, seq, at, connector: ownerOf(body) ?? connector });
      },
    );
  }

  /** Who a number belongs to. What comes later is folded as news of its own. */
  function lookUp(
    connector: string,
    number: string | undefined,
    found: (match: ContactMatch) => readonly EventBody[],
  ): ContactMatch | undefined {
    return matcher.match(connector, number, (match) => commit(connector, () => found(match)));
  }

  const fold = (connector: Connector, report: Report): readonly EventBody[] => {
    if (report.type === 'call') return calls.apply(connector, report);
    if (report.type === 'message') return inbox.apply(connector.id, report);
    if (report.type === 'chat' || 'chat' in report) return chats?.apply(connector.id, report) ?? [];
    if (report.type === 'pane') {
      const callId = `${connector.id}:${report.vendorId}`;
      return paneStore.apply(connector.id, report, calls.calls.get(callId).value?.id ?? callId);
    }
    return vendors.apply(connector.id, report) ?? [report as EventBody];
  };

  const chatView = chats ?? noChats(batch);
  const client: Offhook = {
    calls: calls.calls,
    recentCalls: calls.recentCalls,
    focus: calls.focus,
    incomingCalls: calls.incomingCalls,
    inbox: inbox.inbox,
    chats: chatView.chats,
    chatFocus: chatView.focus,
    messagesOf: chatView.messagesOf,
    streamsOf: chatView.streamsOf,
    chatConnector: (chatConnector ?? standard).id,
    connections: vendors.connections,
    agents: vendors.agents,
    widgets: vendors.widgets,
    devices: vendors.devices,
    panes: paneStore.panes,
    paneContext: paneStore.context,
    connection: select(vendors.connections.get(standard.id), (now) => now ?? newConnection(standard)),
    agent: select(vendors.agents.get(standard.id), (now) => now ?? newAgent(standard)),
    // By what it is given alone: its initial value must not tell what a page knows already and a server can't.
    capabilities: combine([vendors.connections.all, vendors.blocked], (all, reasons) => {
      const find = (id: string): Connection | undefined => all.find((each) => each.connector === id);
      return Object.fromEntries(
        commandTypes.map((type) => [type, permit(choice, type, {}, find, reasons)]),
      ) as Capabilities;
    }),
    events$: events$.asObservable(),
    clock,
    provide: host.provide,
    log: host.log,
    tabs: host.tabs,
    contacts,
    on: <T extends EventType>(type: T, handler: (event: EventOf<T>) => void) => {
      const subscription = events$.subscribe((event) => {
        if (isEvent(event, type)) handler(event);
      });
      return () => subscription.unsubscribe();
    },
    can: (type, target = {}) => permit(choice, type, target, vendors.connectionOf, vendors.blocked.value),
    // Given inside a callback, it goes out behind the commit, as reports do.
    execute: (command, settings) =>
      new Promise((done) => batch.commit(() => done(execute(command, settings)))),
    attachSoftphone: (element, connector = standard.id, attachOptions = {}) =>
      attach(element, connector, attachOptions),
    openWidget: (connector = standard.id) => setOpen(connector, true),
    closeWidget: (connector = standard.id) => setOpen(connector, false),
    openPane: (id) => panes?.openPane(id),
    completePane: (id) => panes?.completePane(id),
    closePane: (id) => panes?.closePane(id),
    attachPane: (element, id) => panes?.attachPane(element, id) ?? (() => {}),
    close() {
      if (closing.signal.aborted) return;
      closing.abort();
      host.close();
      panes?.close();
      for (const { link } of lines.values()) attempt(() => link.close());
      for (const store of [calls, inbox, vendors, paneStore, chatView]) store.complete();
      events$.complete();
    },
  };

  const panes = options.panes?.connect({
    store: paneStore,
    client: () => client,
    connectorOf: (id) => known.get(id),
    commit,
    signal: closing.signal,
  });
  if (panes) events$.subscribe(panes.see);

  const attach = createSoftphones({
    client: () => client,
    linkOf: (connector) => lineOf(connector).link,
    setOpen,
  });

  function setOpen(connector: string, open: boolean): void {
    const line = lineOf(connector);
    commit(connector, () => fold(line.connector, { type: 'widget', open }));
  }

  function lineOf(id: string): Line {
    const line = lines.get(id);
    if (line === undefined) throw new OffhookError('invalid-argument', `There is no connector “${id}”.`);
    return line;
  }

  const execute = createExecute({
    client,
    pending,
    chats,
    lineFor: (command: Command, call, chat) => {
      const connector = meant(choice, command.type, {
        call,
        chat,
        connector: 'connector' in command ? command.connector : undefined,
      });
      if (connector instanceof OffhookError) throw connector;
      return lineOf(connector.id);
    },
    timeoutMs: options.commandTimeoutMs ?? 8_000,
    readyTimeoutMs: options.readyTimeoutMs ?? 10_000,
    closed: closing.signal,
  });

  for (const connector of connectors) {
    const link = connector.connect({
      emit: (reports) => commit(connector.id, () => reports.flatMap((report) => fold(connector, report))),
      clock,
      ids,
      trace,
      provide: host.provide,
      log: host.log,
      tabs: host.tabs,
      contacts,
    });
    lines.set(connector.id, { connector, link, wasReady: () => vendors.wasReady(connector.id) });
  }
  return client;
}
