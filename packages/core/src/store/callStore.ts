import type { Connector } from '../connector.js';
import type { CallReport } from '../model/report.js';
import { foldCall, type CallContext } from '../fold/foldCall.js';
import { merge } from '../fold/same.js';
import { twinReport } from '../fold/twinReport.js';
import { withoutId } from '../fold/withoutId.js';
import { isIncoming, isLive, type Call } from '../model/call.js';
import type { ContactMatch } from '../model/contact.js';
import type { CommandType } from '../model/command.js';
import type { EventBody } from '../model/event.js';
import type { LogState } from '../model/log.js';
import type { Batch } from '../stream/batch.js';
import { createCollection, type Collection } from '../stream/collection.js';
import type { Current } from '../stream/current.js';
import { ListNode } from '../stream/list.js';
import { StateNode } from '../stream/state.js';
import { createFocusIndex } from './focusIndex.js';

export interface CallStoreOptions {
  readonly batch: Batch;
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly recentLimit: number;
  /** The command on this call that is under way. */
  readonly intent: (id: string) => CommandType | undefined;
  /** Who this number belongs to, when the call has one that was not looked up yet. */
  readonly match: (call: Call) => ContactMatch | undefined;
}

/** All calls: finds the one that a report speaks of, folds it, and keeps the indexes. Works within a commit. */
export interface CallStore {
  readonly calls: Collection<Call>;
  readonly recentCalls: Current<readonly Call[]>;
  readonly focus: Current<Call | undefined>;
  readonly incomingCalls: Current<readonly Call[]>;
  apply(connector: Connector, report: CallReport): readonly EventBody[];
  /** Sets who the number belongs to that a call had when somebody looked it up, unless it has another by now. */
  matched(asked: Call, match: ContactMatch): readonly EventBody[];
  /** Sets what has become of a call's log entry. */
  logged(id: string, log: LogState): readonly EventBody[];
  complete(): void;
}

/** How many ended calls are remembered by their ids alone, so that a late frame does not bring one back. */
const rememberedEnds = 1_000;

export function createCallStore(options: CallStoreOptions): CallStore {
  const { batch, recentLimit } = options;
  const store = createCollection<Call>(batch);
  const recent = new StateNode<readonly Call[]>(batch, [], 1);
  const index = createFocusIndex();
  const focus = new StateNode<Call | undefined>(batch, undefined, 2);
  const incoming = new ListNode<Call>(batch, 2, () =>
    [...index.incoming()].flatMap((id) => store.find(id) ?? []),
  );
  /** Vendor id, with its connector, to call id: of live, recent and remembered calls. */
  const byVendorId = new Map<string, string>();
  const gone: (readonly string[])[] = [];
  let recycled = 0;

  function put(before: Call | undefined, call: Call): void {
    store.set(call.id, call, call.state !== 'ended');
    if (isIncoming(call) || (before !== undefined && isIncoming(before))) incoming.touch();
    index.note(call);
    if (call.state === 'ended') {
      recent.set(
        before?.state === 'ended'
          ? recent.value.map((each) => (each.id === call.id ? call : each))
          : [call, ...recent.value],
      );
      for (const old of recent.value.slice(recentLimit)) forget(old);
      if (recent.value.length > recentLimit) recent.set(recent.value.slice(0, recentLimit));
    }
    focusAnew();
  }

  function focusAnew(): void {
    const id = index.focus();
    focus.set(id === undefined ? recent.value[0] : store.find(id));
  }

  function forget(call: Call): void {
    store.remove(call.id);
    gone.push([call.id, ...call.vendorIds.map((id) => `${call.connector}:${id}`)]);
    if (gone.length <= rememberedEnds) return;
    const [id, ...keys] = gone.shift() ?? [];
    // One that was recycled names another call by now.
    for (const key of keys) if (byVendorId.get(key) === id) byVendorId.delete(key);
  }

  /** Makes every id of the report find the call. */
  function name(id: string, keys: readonly string[]): void {
    for (const key of keys) {
      byVendorId.set(key, id);
      store.alias(key, id);
    }
  }

  /** An id for a call whose vendor's id was another call's before. */
  function numbered(key: string): string {
    recycled += 1;
    return `${key}#${recycled + 1}`;
  }

  /** Whether a call of this id has ended, though its vendor's id was taken for another one since. */
  const wasCall = (id: string): boolean => store.find(id) !== undefined || gone.some(([old]) => old === id);

  /** Takes ids, with their legs, off the calls that they were taken for; never off one whose own id is among them. */
  function setApart(connector: string, ids: readonly string[]): EventBody[] {
    const events: EventBody[] = [];
    for (const id of ids) {
      const key = `${connector}:${id}`;
      const owner = byVendorId.get(key);
      if (owner === undefined || owner === key) continue;
      const before = store.find(owner);
      if (before !== undefined && ids.some((each) => each === before.vendorIds[0])) continue;
      byVendorId.delete(key);
      store.unalias(key);
      const call = before && withoutId(before, id);
      if (call === undefined || call === before) continue;
      put(before, call);
      events.push({ type: 'call.updated', call });
    }
    return events;
  }

  function apply(connector: Connector, report: CallReport): readonly EventBody[] {
    const keys = report.ids.map((id) => `${connector.id}:${id}`);
    const [first] = keys;
    if (first === undefined) return [];
    const events: EventBody[] = report.apart === true ? setApart(connector.id, report.ids) : [];
    const known = new Set<string>();
    for (const key of keys) known.add(byVendorId.get(key) ?? '');
    known.delete('');
    let found: Call[] = [];
    for (const each of known) {
      const call = store.find(each);
      // One that was merged is found by the id that it had, too.
      if (call !== undefined && !found.includes(call)) found.push(call);
    }
    if (found.length > 1) {
      // What has ended is final: it neither swallows a call that lives nor comes back to life in it.
      if (found.some(isLive)) found = found.filter(isLive);
      found.sort((a, b) => a.startedAt - b.startedAt);
    }
    const revives = report.state !== undefined && report.state !== 'ended';
    let id = first;
    if (report.apart === true && known.size === 0 && (connector.recyclesIds === true || wasCall(first))) {
      id = numbered(first);
    } else if (
      known.size > 0 &&
      connector.recyclesIds === true &&
      revives &&
      found.every((call) => call.state === 'ended')
    ) {
      id = numbered(first);
      found.length = 0;
    } else if (known.size > 0 && found.length === 0) {
      // Ended, and so long ago that only its ids are remembered.
      return revives
        ? [{ type: 'protocol.violation', callId: [...known][0] ?? first, from: 'ended', to: report.state }]
        : [];
    }
    const [oldest, ...younger] = found;
    let before = oldest;
    for (const twin of younger) before = before && join(before, twin, events);
    const context: CallContext = {
      id,
      connector: connector.id,
      now: options.now(),
      monotonic: options.monotonic(),
      intent: before === undefined ? undefined : options.intent(before.id),
    };
    const folded = foldCall(before, report, context);
    const { call } = folded;
    if (call === undefined) return events;
    name(call.id, keys);
    const match =
      call === before || call.remote.number === before?.remote.number ? undefined : options.match(call);
    const matched = match === undefined ? call : merge(call, { match });
    if (matched !== before) put(before, matched);
    events.push(
      ...folded.events.map((event) =>
        'call' in event && event.call === call ? { ...event, call: matched } : event,
      ),
    );
    if (younger.length > 0 || call.sipCallId !== oldest?.sipCallId) events.push(...link(call));
    return events;
  }

  /** Two calls proved to be one: the older goes on with all that the younger knew. */
  function join(older: Call, younger: Call, events: EventBody[]): Call {
    const folded = foldCall(older, twinReport(older, younger), {
      id: older.id,
      connector: older.connector,
      now: options.now(),
      monotonic: options.monotonic(),
    });
    const knownBy = older.remote.number === undefined ? younger : older;
    const call = merge(folded.call ?? older, { match: knownBy.match });
    index.forget(younger.id);
    incoming.touch();
    store.remove(younger.id);
    if (younger.state === 'ended') recent.set(recent.value.filter((each) => each.id !== younger.id));
    name(
      call.id,
      younger.vendorIds.map((id) => `${younger.connector}:${id}`),
    );
    store.alias(younger.id, call.id);
    put(older, call);
    events.push({ type: 'call.merged', call, from: younger.id });
    for (const event of folded.events) {
      if ('call' in event && event.type !== 'call.updated') events.push({ ...event, call });
    }
    return call;
  }

  /** Live calls of several connectors that share a SIP call id name each other. */
  function link({ sipCallId }: Call): readonly EventBody[] {
    if (sipCallId === undefined) return [];
    const mates = store.view.all.value.filter((call) => call.sipCallId === sipCallId);
    return mates.flatMap(({ id, connector }) =>
      patch(id, { linked: mates.flatMap((mate) => (mate.connector === connector ? [] : mate.id)) }),
    );
  }

  function patch(
    id: string,
    facts: Partial<Pick<Call, 'match' | 'linked' | 'log'>>,
    type: 'call.updated' | 'log.changed' = 'call.updated',
  ): readonly EventBody[] {
    const before = store.find(id);
    if (before === undefined) return [];
    const call = merge(before, facts);
    if (call === before) return [];
    put(before, call);
    return [{ type, call }];
  }

  return {
    calls: store.view,
    recentCalls: recent,
    focus,
    incomingCalls: incoming,
    apply,
    matched: ({ id, remote }, match) =>
      store.find(id)?.remote.number === remote.number ? patch(id, { match }) : [],
    logged: (id, log) => patch(id, { log }, 'log.changed'),
    complete() {
      store.complete();
      for (const node of [recent, focus, incoming]) node.complete();
    },
  };
}
