import { Subject } from 'rxjs';
import type { CanTarget, Offhook } from './client.js';
import { can, denied } from './command/can.js';
import { commandTypes } from './command/actions.js';
import { createExecute, type Line } from './command/execute.js';
import type { Connector } from './connector.js';
import type { Report } from './model/report.js';
import { merge, type Patch } from './fold/same.js';
import { foldThread } from './fold/foldThread.js';
import type { Agent } from './model/agent.js';
import type { Capabilities, Capability } from './model/capability.js';
import type { Command, CommandType } from './model/command.js';
import type { Connection } from './model/connection.js';
import { OffhookError } from './model/error.js';
import type { EventBody, EventOf, EventType, OffhookEvent } from './model/event.js';
import type { Thread } from './model/thread.js';
import type { Widget } from './model/widget.js';
import { systemClock, type Clock } from './ports/clock.js';
import type { ContactsPort } from './ports/contacts.js';
import { systemIds, type Ids } from './ports/ids.js';
import { createCallStore } from './store/callStore.js';
import { createMatcher } from './store/matcher.js';
import { newAgent, newConnection } from './store/newEntries.js';
import { attempt } from './stream/attempt.js';
import { createBatch } from './stream/batch.js';
import { createCollection, type CollectionStore } from './stream/collection.js';
import { combine, select } from './stream/select.js';
import { StateNode } from './stream/state.js';

/** What a client is made of. Each port has a working default. */
export interface OffhookOptions {
  readonly connectors: readonly Connector[];
  /** The id of the connector that is meant where none is named; the first one unless given. */
  readonly defaultConnector?: string;
  /** Who a number belongs to. Nobody unless given. */
  readonly contacts?: ContactsPort;
  /** How many ended calls are kept; 50 unless given. */
  readonly recentLimit?: number;
  /** How long a command waits for its effect, in milliseconds; 8,000 unless given. */
  readonly commandTimeoutMs?: number;
  /** How long a command waits for the vendor to become ready for the first time; 10,000 unless given. */
  readonly readyTimeoutMs?: number;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Silent unless given; never told message bodies, numbers or secrets. */
  readonly log?: (message: string, detail?: unknown) => void;
}

type Blocked = Readonly<Partial<Record<CommandType, string>>>;

/**
 * Makes the client: connects the connectors and keeps what they report as state and events. Make it once, outside
 * of any component tree, and close it when the app is done with it.
 *
 * @throws OffhookError `invalid-argument` for no connector, two of one id, or an unknown default.
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId })] });
 * phone.on('call.ringing', ({ call }) => notify(call.remote.name ?? call.remote.number));
 */
export function createOffhook(options: OffhookOptions): Offhook {
  const { connectors, clock = systemClock, ids = systemIds, log = () => {} } = options;
  const known = new Map(connectors.map((connector) => [connector.id, connector]));
  const first = known.get(options.defaultConnector ?? connectors[0]?.id ?? '');
  if (known.size < connectors.length)
    throw new OffhookError('invalid-argument', 'Give each connector an id of its own.');
  if (first === undefined)
    throw new OffhookError('invalid-argument', 'Give connectors, and a default that is among them.');

  const standard: Connector = first;
  const batch = createBatch();
  const events$ = new Subject<OffhookEvent>();
  const closing = new AbortController();
  const pending = new Set<Command>();
  const connections = createCollection<Connection>(batch);
  const agents = createCollection<Agent>(batch);
  const widgets = createCollection<Widget>(batch);
  const inbox = createCollection<Thread>(batch);
  const unblocked = Object.fromEntries(connectors.map(({ id }) => [id, {}]));
  const blocked = new StateNode<Readonly<Record<string, Blocked>>>(batch, unblocked);
  const matcher = createMatcher({
    contacts: options.contacts,
    found: (call, match) => commit(call.connector, () => calls.matched(call, match)),
    failed: (call, error) => commit(call.connector, () => [{ type: 'error', error }]),
    signal: closing.signal,
  });
  const calls = createCallStore({
    batch,
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    recentLimit: options.recentLimit ?? 50,
    intent: (id) => [...pending].filter((each) => 'callId' in each && each.callId === id).at(-1)?.type,
    match: (call) => matcher.match(call),
  });
  const lines = new Map<string, Line>();
  const wasReady = new Set<string>();
  let seq = 0;

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
        for (const body of bodies)
          events$.next({ ...body, seq, at, connector: 'call' in body ? body.call.connector : connector });
      },
    );
  }

  /** Merges facts into the one entry that a connector has; told only when something changed. */
  function patched<T extends object>(
    store: CollectionStore<T>,
    id: string,
    patch: Patch<T>,
    told: (now: T) => EventBody,
  ): readonly EventBody[] {
    const before = store.find(id);
    const now = before && merge(before, patch);
    if (now === undefined || now === before) return [];
    store.set(id, now);
    return [told(now)];
  }

  function fold(connector: Connector, report: Report): readonly EventBody[] {
    const { id } = connector;
    switch (report.type) {
      case 'call':
        return calls.apply(connector, report);
      case 'message': {
        const threadId = `${id}:${report.threadId}`;
        const { thread, events } = foldThread(inbox.find(threadId), report, threadId, id);
        inbox.set(threadId, thread);
        return events;
      }
      case 'connection': {
        if (report.status === 'ready') wasReady.add(id);
        // A reason belongs to the status that it came with.
        const lapsed = report.status && { reason: undefined, signInUrl: undefined };
        return patched(connections, id, { ...lapsed, ...factsOf(report) }, (connection) => ({
          type: 'connection.changed',
          connection,
        }));
      }
      case 'agent': {
        const lapsed = report.presence && { pauseReason: undefined };
        return patched(agents, id, { ...lapsed, ...factsOf(report) }, (agent) => ({
          type: 'agent.changed',
          agent,
        }));
      }
      case 'widget':
        return patched(widgets, id, factsOf(report), (widget) => ({ type: 'widget.changed', widget }));
      case 'capabilities': {
        const before = blocked.value;
        blocked.set(merge(before, { [id]: report.blocked }));
        return blocked.value === before ? [] : [{ type: 'capabilities.changed' }];
      }
      default:
        return [report];
    }
  }

  /** The connector that is meant: the one named, else the default, else the only one that can. */
  function meant(type: CommandType, { call, connector }: CanTarget): Connector | OffhookError {
    const named = connector ?? call?.connector ?? options.defaultConnector;
    if (named !== undefined) {
      return known.get(named) ?? new OffhookError('invalid-argument', `There is no connector “${named}”.`);
    }
    const able = connectors.filter((each) => each.commands[type] === true);
    if (able.length <= 1) return able[0] ?? standard;
    const names = able.map(({ id }) => id).join(', ');
    return new OffhookError('ambiguous-connector', `Say which connector: ${names}.`);
  }

  function permit(
    type: CommandType,
    target: CanTarget,
    find: (id: string) => Connection | undefined,
    reasons: typeof blocked.value,
  ): Capability {
    const connector = meant(type, target);
    if (connector instanceof OffhookError) return denied(connector.code, connector.message);
    const { id } = connector;
    const connection = find(id) ?? newConnection(connector);
    return can({ type, connector, connection, blocked: reasons[id], call: target.call });
  }

  const client: Offhook = {
    calls: calls.calls,
    recentCalls: calls.recentCalls,
    focus: calls.focus,
    incomingCalls: calls.incomingCalls,
    inbox: inbox.view,
    connections: connections.view,
    agents: agents.view,
    widgets: widgets.view,
    connection: select(connections.view.get(standard.id), (now) => now ?? newConnection(standard)),
    agent: select(agents.view.get(standard.id), (now) => now ?? newAgent(standard)),
    // By what it is given alone: its initial value must not tell what a page knows already and a server can't.
    capabilities: combine([connections.view.all, blocked], (all, reasons) => {
      const find = (id: string): Connection | undefined => all.find((each) => each.connector === id);
      return Object.fromEntries(
        commandTypes.map((type) => [type, permit(type, {}, find, reasons)]),
      ) as Capabilities;
    }),
    events$: events$.asObservable(),
    clock,
    on: <T extends EventType>(type: T, handler: (event: EventOf<T>) => void) => {
      const subscription = events$.subscribe((event) => {
        if (event.type === type) handler(event);
      });
      return () => subscription.unsubscribe();
    },
    can: (type, target = {}) => permit(type, target, connections.find, blocked.value),
    // Given inside a callback, it goes out behind the commit, as reports do.
    execute: (command, settings) =>
      new Promise((done) => batch.commit(() => done(execute(command, settings)))),
    attachSoftphone: (element, connector = standard.id) =>
      lineOf(connector).link.attach?.(element) ?? (() => {}),
    close() {
      if (closing.signal.aborted) return;
      closing.abort();
      for (const { link } of lines.values()) attempt(() => link.close());
      for (const store of [calls, inbox, connections, agents, widgets, blocked]) store.complete();
      events$.complete();
    },
  };

  function lineOf(id: string): Line {
    const line = lines.get(id);
    if (line === undefined) throw new OffhookError('invalid-argument', `There is no connector “${id}”.`);
    return line;
  }

  const execute = createExecute({
    client,
    pending,
    lineFor: (command: Command, call) => {
      const connector = meant(command.type, {
        call,
        connector: 'connector' in command ? command.connector : undefined,
      });
      if (connector instanceof OffhookError) throw connector;
      return lineOf(connector.id);
    },
    timeoutMs: options.commandTimeoutMs ?? 8_000,
    readyTimeoutMs: options.readyTimeoutMs ?? 10_000,
    closed: closing.signal,
  });

  batch.commit(() => {
    for (const connector of connectors) {
      connections.set(connector.id, newConnection(connector));
      agents.set(connector.id, newAgent(connector));
      widgets.set(connector.id, {
        connector: connector.id,
        open: false,
        size: connector.size ?? { width: 300, height: 500 },
      });
    }
  });
  for (const connector of connectors) {
    const link = connector.connect({
      emit: (reports) => commit(connector.id, () => reports.flatMap((report) => fold(connector, report))),
      clock,
      ids,
      log,
    });
    lines.set(connector.id, { connector, link, wasReady: () => wasReady.has(connector.id) });
  }
  return client;
}

function factsOf<R extends Report>({ type: _type, ...facts }: R): Omit<R, 'type'> {
  return facts;
}
