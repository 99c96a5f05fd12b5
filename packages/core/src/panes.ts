import { createAutoPause } from './autoPause.js';
import { exactOrigin } from './channel/frameChannel.js';
import { paneFrame, type PaneFrame } from './channel/paneFrame.js';
import { panePopups } from './channel/panePopup.js';
import type { Offhook } from './client.js';
import type { Connector } from './connector.js';
import { merge } from './fold/same.js';
import type { Call } from './model/call.js';
import { asOffhookError, type OffhookError } from './model/error.js';
import type { EventBody } from './model/event.js';
import type { Pane, PaneState } from './model/pane.js';
import { createPaneDecisions, hasReached } from './paneDecisions.js';
import { createPaneKeys } from './paneKeys.js';
import { planPane } from './planPane.js';
import type { PaneDecider } from './ports/panes.js';
import { newAgent } from './store/newEntries.js';
import type { PaneStore } from './store/paneStore.js';

/** What panes need of the client. */
export interface PanesContext {
  readonly store: PaneStore;
  readonly client: () => Offhook;
  readonly connectorOf: (id: string) => Connector | undefined;
  readonly commit: (connector: string, fold: () => readonly EventBody[]) => void;
  readonly signal: AbortSignal;
}

/** The client's members that panes need, and what ends them. */
export interface Panes extends Pick<Offhook, 'openPane' | 'completePane' | 'closePane' | 'attachPane'> {
  /** What happens to calls, one after another. */
  see(event: EventBody): void;
  close(): void;
}

/** A pane that is not done yet. */
interface Placed {
  readonly connector: string;
  pane: Pane;
  readonly frames: Set<PaneFrame>;
}

const saysComplete = (data: unknown): boolean =>
  (data as Partial<Record<'type', unknown>> | null)?.type === 'offhook:pane-complete';

/**
 * Which pages are shown for which calls, and what shows them: made by `panesBy`, or by what stands on it, such as
 * `paneRules`. An app without panes doesn't carry the code for them.
 */
export interface PanesPort extends PaneDecider {
  /** Called by the client. */
  connect(context: PanesContext): Panes;
}

/**
 * Panes by a decider of your own.
 *
 * @example
 * createOffhook({
 *   connectors,
 *   panes: panesBy({ origins: ['https://crm.example'], decide: ({ call }) => pageFor(call) }),
 * });
 */
export const panesBy = (decider: PaneDecider): PanesPort => ({
  ...decider,
  connect: (context) => createPanes(decider, context),
});

/** Decides for each call which page is shown for it, and shows it when its moment comes. */
function createPanes(port: PaneDecider, context: PanesContext): Panes {
  const { store, client, connectorOf, commit, signal } = context;
  const origins = port.origins.map(exactOrigin);
  if (port.base !== undefined) exactOrigin(port.base);
  const completes = (data: unknown): boolean => (port.completes ? port.completes(data) : saysComplete(data));
  /** What is so already, though its commit may wait behind another. */
  const placed = new Map<string, Placed>();
  /** By call, the pane that it took over from one that proved to be the same call. */
  const inherited = new Map<string, string>();
  const shown = new Set<PaneFrame>();
  const popups = panePopups(client().clock);
  const failed = (connector: string, error: OffhookError): void =>
    commit(connector, () => [{ type: 'error', error }]);
  const pause = createAutoPause({ client, failed });
  const decisions = createPaneDecisions({
    decide: (ask) => port.decide(ask),
    tabs: client().tabs,
    agentOf: (id) => client().agents.get(id).value ?? newAgent({ id }),
    keyOf: createPaneKeys(connectorOf),
    planned(call, plan) {
      const pane = planPane(call.id, plan, port, origins);
      const entry: Placed = { connector: call.connector, pane, frames: new Set() };
      if (pane.state === 'refused') return put(entry, pane);
      placed.set(call.id, entry);
      if (!proceed(entry, call)) become(entry, 'waiting');
    },
    failed: ({ connector }, error) => failed(connector, error),
    signal,
  });

  const find = (callId: string): Placed | undefined => placed.get(inherited.get(callId) ?? callId);

  function put(entry: Placed, pane: Pane): void {
    entry.pane = pane;
    commit(entry.connector, () => store.put(pane));
  }

  function become(entry: Placed, state: PaneState, reason?: string): void {
    put(entry, merge(entry.pane, { state, reason }));
  }

  /** Opens a pane whose moment has come, and closes one whose moment can't come any more; false while it waits. */
  function proceed(entry: Placed, call: Call): boolean {
    if (hasReached(call, entry.pane.on)) open(entry, call);
    else if (call.state === 'ended') finish(entry, 'closed');
    else return false;
    return true;
  }

  function open(entry: Placed, call: Call): void {
    const { action } = entry.pane;
    if (action === 'run') run(entry, call);
    else if (action === 'popup' && !popUp(entry))
      become(entry, 'blocked', 'The browser has blocked this window.');
    else opened(entry);
  }

  function opened(entry: Placed): void {
    const { id, autoPause } = entry.pane;
    become(entry, 'open');
    if (autoPause) pause.begin(id, entry.connector, autoPause.reason);
  }

  const hearing = (entry: Placed) => ({ completes, completed: () => finish(entry, 'completed') });

  const popUp = (entry: Placed): boolean =>
    popups.open(entry.pane, {
      ...hearing(entry),
      closed: () => finish(entry, 'closed'),
    });

  function run(entry: Placed, call: Call): void {
    const { url, args = [] } = entry.pane;
    let running: unknown;
    try {
      running = port.run?.({ url, args, call });
    } catch (error) {
      return finish(entry, 'refused', asOffhookError(error).message);
    }
    opened(entry);
    Promise.resolve(running).then(
      () => finish(entry, 'completed'),
      (error: unknown) => finish(entry, 'closed', asOffhookError(error).message),
    );
  }

  function finish(entry: Placed | undefined, state: PaneState, reason?: string): void {
    if (entry === undefined || placed.get(entry.pane.id) !== entry) return;
    const { id } = entry.pane;
    placed.delete(id);
    // Whoever shows a frame takes it away: the focus may be in it, and is to go somewhere then.
    entry.frames.forEach((frame) => frame.ignore());
    popups.close(id);
    become(entry, state, reason);
    pause.end(id);
  }

  /** Two calls proved to be one, and one call has one pane: the one that was there first. */
  function join(call: Call, from: string): void {
    const [mine, other] = [find(call.id), find(from)];
    decisions.stop(from);
    if (other === undefined) return;
    decisions.stop(call.id);
    if (mine && mine !== other) return finish(other, 'closed');
    inherited.set(call.id, other.pane.id);
    put(other, { ...other.pane, callId: call.id });
  }

  function added(call: Call): void {
    const mine = placed.get(call.id);
    if (mine) {
      // Set apart from the call that it was taken for, it has its pane back.
      for (const [other, id] of inherited) if (id === call.id) inherited.delete(other);
      if (mine.pane.callId !== call.id) put(mine, { ...mine.pane, callId: call.id });
    } else if (call.state !== 'ended') {
      // One that had ended before we heard of it has no moments.
      decisions.begin(call);
    }
  }

  return {
    see(event) {
      if (!('call' in event)) return;
      const { type, call } = event;
      if (type === 'call.added') added(call);
      if (type === 'call.merged') join(call, event.from);
      decisions.see(call);
      const entry = find(call.id);
      if (entry?.pane.state === 'waiting') proceed(entry, call);
      if (type === 'call.ended') inherited.delete(call.id);
    },
    openPane(id) {
      const entry = find(id);
      if (entry?.pane.state === 'blocked' && popUp(entry)) opened(entry);
      else popups.show(id);
    },
    completePane: (id) => finish(find(id), 'completed'),
    closePane: (id) => finish(find(id), 'closed'),
    attachPane(element, id) {
      const entry = find(id);
      if (entry?.pane.state !== 'open' || entry.pane.action !== 'open') return () => {};
      const { frames, pane } = entry;
      const frame = paneFrame(element, pane, hearing(entry));
      shown.add(frame);
      frames.add(frame);
      return () => {
        shown.delete(frame);
        frames.delete(frame);
        frame.remove();
      };
    },
    close() {
      for (const frame of shown) frame.remove();
      placed.clear();
      popups.leave();
      pause.close();
    },
  };
}
