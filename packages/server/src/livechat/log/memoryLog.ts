import { systemClock, type Clock } from '../../clock.js';
import { broadcast } from './broadcast.js';
import { byStream } from './byStream.js';
import { LogError } from './logError.js';
import { memoryStore, type MemoryStore, type MemoryStream } from './memoryStore.js';
import { noStream, planAppend, withIds } from './planAppend.js';
import { type SessionLog, type Stored } from './sessionLog.js';
import { snapshotsCut } from './snapshotsCut.js';

/** Options of `memoryLog`. All have defaults. */
export interface MemoryLogOptions {
  readonly clock?: Clock;
  /** Shared by logs that are to be nodes of one system; each has its own unless given. */
  readonly store?: MemoryStore;
  /** Told in a word when something failed that nobody waits for: `listener`. */
  readonly onFailure?: (reason: string) => void;
}

/**
 * A log in this process's memory: for development and tests. All is lost when the process ends.
 *
 * @example
 * const store = memoryStore();
 * const nodes = [memoryLog({ store }), memoryLog({ store })];
 */
export function memoryLog({
  clock = systemClock,
  store = memoryStore(),
  onFailure,
}: MemoryLogOptions = {}): SessionLog {
  const failed = (): void => onFailure?.('listener');
  const records = broadcast<[stream: string, records: readonly Stored[]]>(failed);
  const told = broadcast<[topic: string, text: string]>(failed);
  store.records.add(records);
  store.told.add(told);
  let closed = false;
  let valuesAtSweep = 0;

  /** Does it at once: nothing else comes in between. */
  function now<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      if (closed) throw new LogError('unavailable');
      resolve(work());
    });
  }

  function streamOf(name: string): MemoryStream {
    const known = store.streams.get(name);
    if (known !== undefined) return known;
    const stream: MemoryStream = { end: noStream, records: [], byId: new Map(), snapshot: undefined };
    store.streams.set(name, stream);
    return stream;
  }

  const index = {
    end: (name: string) => store.streams.get(name)?.end ?? noStream,
    find: (name: string, id: string) => store.streams.get(name)?.byId.get(id),
  };

  function valueOf(key: string): string | undefined {
    const kept = store.values.get(key);
    return kept !== undefined && kept.until > clock.now() ? kept.value : undefined;
  }

  /** Those whose time is over are dropped when they may be half of all. */
  function sweepValues(): void {
    if (store.values.size <= 2 * valuesAtSweep + 100) return;
    for (const [key, { until }] of store.values) if (until <= clock.now()) store.values.delete(key);
    valuesAtSweep = store.values.size;
  }

  return {
    append: (writes) =>
      now(() => {
        const plan = planAppend(withIds(writes), index, clock.now());
        for (const { stream, record } of plan.records) {
          const { records: all, byId } = streamOf(stream);
          all.push(record);
          byId.set(record.id, record);
        }
        for (const [name, end] of plan.ends) streamOf(name).end = end;
        for (const [stream, added] of byStream(plan.records))
          for (const follower of store.records) follower.push(stream, added);
        return plan.written;
      }),

    read: (name, after, limit = Infinity) =>
      now(() => {
        const all = store.streams.get(name)?.records ?? [];
        const from = Math.max(0, after + 1 - (all[0]?.seq ?? 1));
        return all.slice(from, from + limit);
      }),

    end: (name) => now(() => index.end(name).last),

    streams: (prefix) =>
      now(() => [...store.streams.keys()].filter((name) => name.startsWith(prefix)).sort()),

    follow: (listener) => records.on(listener),

    keep: (name, seq, snapshot) =>
      now(() => {
        const stream = streamOf(name);
        const before = stream.snapshot?.seq ?? 0;
        if (seq < before) return;
        stream.snapshot = { seq, snapshot };
        if (!snapshotsCut(name)) return;
        for (const { id, seq: number } of stream.records) if (number <= before) stream.byId.delete(id);
        stream.records = stream.records.filter(({ seq: number }) => number > before);
      }),

    kept: (name) => now(() => store.streams.get(name)?.snapshot),

    forget: (names) => now(() => names.forEach((name) => store.streams.delete(name))),

    swap: (key, expected, next, ttlMs) =>
      now(() => {
        if (valueOf(key) !== expected) return false;
        if (next === undefined) store.values.delete(key);
        else store.values.set(key, { value: next, until: clock.now() + ttlMs });
        sweepValues();
        return true;
      }),

    value: (key) => now(() => valueOf(key)),

    tell(topic, text) {
      if (!closed) for (const node of store.told) node.push(topic, text);
    },

    onTold: (listener) => told.on(listener),

    beat: (node, ms) =>
      now(() => {
        for (const [name, until] of store.beats) if (until <= clock.monotonic()) store.beats.delete(name);
        store.beats.set(node, clock.monotonic() + ms);
      }),

    alive: () =>
      now(() =>
        [...store.beats]
          .filter(([, until]) => until > clock.monotonic())
          .map(([node]) => node)
          .sort(),
      ),

    ready: () => Promise.resolve(closed ? 'The session log is closed.' : undefined),

    notes: () => Promise.resolve(['Chats are kept in memory: all of them are lost when this process ends.']),

    close() {
      closed = true;
      store.records.delete(records);
      store.told.delete(told);
      records.close();
      told.close();
      return Promise.resolve();
    },
  };
}
