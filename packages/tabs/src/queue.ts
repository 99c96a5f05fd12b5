import { isOffhookError, type Clock, type Ids } from '@offhook/core';
import type { OutboxChange, OutboxEntry } from './outbox.js';
import type { Row, RowStore } from './row.js';

/** When a key that another tab is sending, or that must wait for another store, is looked at again; milliseconds. */
const lookAgainMs = 1_000;

/** How often it is tried again, and when. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

export interface QueueOptions<T> {
  readonly store: RowStore<T>;
  readonly send: (entry: OutboxEntry<T>, signal: AbortSignal) => unknown;
  readonly merge: ((last: T | undefined, next: T) => T) | undefined;
  readonly concurrency: number;
  readonly backoff: Backoff;
  readonly random: () => number;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Runs it while no other tab sends this key; false when one does. */
  readonly alone: (key: string, work: () => Promise<void>) => Promise<boolean>;
  /** Whether this tab looks after what is left behind: retries, and what another tab was at when it crashed. */
  readonly sweeps: () => boolean;
  readonly tell: (change: OutboxChange) => void;
  /** A step of the store's that failed in the background. */
  readonly failed: (error: unknown) => void;
}

/** Sends what is in one store: in order for each key, several keys at a time. */
export interface Queue<T> {
  /**
   * Keeps it; resolves when it is kept, to whether anything was. `other` is the last entry that another store has of
   * the key, when this one's is older or missing: what is merged must not lose it.
   */
  put(key: string, value: T, other?: Row<T>): Promise<boolean>;
  get(key: string): Promise<Row<T> | undefined>;
  /** Looks in a while for what may be sent. */
  look(ms: number): void;
  close(): void;
}

/** Errors that the next try would meet again. */
const isFinal = (error: unknown): boolean =>
  isOffhookError(error) && (error.code === 'invalid-argument' || error.code === 'not-supported');

export function createQueue<T>(options: QueueOptions<T>): Queue<T> {
  const { store, merge, clock, ids, tell } = options;
  const closing = new AbortController();
  const sending = new Set<string>();
  /** Keys that wait for one of those under way to end. */
  const next = new Set<string>();
  let cancel = (): void => {};
  let lookAt = Infinity;

  function look(ms: number): void {
    const at = clock.now() + ms;
    if (closing.signal.aborted || at >= lookAt) return;
    cancel();
    lookAt = at;
    cancel = clock.setTimeout(() => {
      lookAt = Infinity;
      sweep().catch(options.failed);
    }, ms);
  }

  async function sweep(): Promise<void> {
    if (!options.sweeps()) return;
    const limit = options.concurrency * 4;
    const ready = await store.due(clock.now(), limit);
    for (const key of ready) begin(key);
    // There are more: each that ends looks again.
    if (ready.length === limit) return;
    const due = await store.nextDue();
    if (due !== undefined) look(Math.max(due - clock.now(), lookAgainMs));
  }

  function begin(key: string): void {
    if (closing.signal.aborted || sending.has(key)) return;
    if (sending.size >= options.concurrency) {
      next.add(key);
      return;
    }
    sending.add(key);
    void options
      .alone(key, () => sendAll(key))
      .catch(options.failed)
      .then((done) => {
        sending.delete(key);
        const [first] = next;
        // One that somebody else is sending, or whose store fails, is there still: to look at once would go on for ever.
        if (first === undefined) look(done ? 0 : lookAgainMs);
        else {
          next.delete(first);
          begin(first);
        }
      });
  }

  /** Sends a key's entries one after another, until there is none, or one has to wait. */
  async function sendAll(key: string): Promise<void> {
    while (!closing.signal.aborted) {
      const row = await store.transact((rows) => rows.head(key));
      if (!row || row.dueAt === undefined || row.dueAt > clock.now()) return;
      const waiting = await store.transact((rows) => rows.waiting(key));
      tell({ key, status: 'sending', waiting });
      const { id, value, attempt } = row;
      let error: unknown;
      try {
        await options.send({ key, id, value, attempt }, closing.signal);
      } catch (thrown) {
        error = thrown ?? new Error('It was not sent.');
      }
      if (!(await settle(row, error))) return;
    }
  }

  /** Notes what became of a try; whether the next one may follow at once. */
  async function settle(row: Row<T>, error: unknown): Promise<boolean> {
    const { key } = row;
    // Sent or not: whoever comes next tries it again, under the same id.
    if (closing.signal.aborted) return false;
    const change = await store.transact(async (rows): Promise<OutboxChange | undefined> => {
      const now = clock.now();
      const head = await rows.head(key);
      if (!head || head.seq !== row.seq) return undefined;
      const { dueAt: _, ...kept } = head;
      if (head.id !== row.id) {
        // Merged anew while it was being sent: that is to be sent still.
        await rows.put({ ...head, attempt: 0, dueAt: now });
        return { key, status: 'waiting', waiting: 1 };
      }
      if (error !== undefined && !isFinal(error)) {
        await rows.put({ ...head, attempt: row.attempt + 1, dueAt: now + delay(row.attempt) });
        return { key, status: 'waiting', waiting: await rows.waiting(key) };
      }
      const status = error === undefined ? 'delivered' : 'failed';
      if (status === 'delivered' && !merge) await rows.delete(head);
      else await rows.put({ ...kept, status, at: now });
      const follower = await rows.head(key);
      if (follower) await rows.put({ ...follower, dueAt: now });
      return { key, status, waiting: await rows.waiting(key) };
    });
    if (change) tell(change);
    return error === undefined || isFinal(error);
  }

  /** Longer each time, and at random within that, so that a host that comes back isn't met by all at once. */
  const delay = (attempt: number): number =>
    options.random() * Math.min(options.backoff.maxMs, options.backoff.firstMs * 2 ** attempt);

  async function put(key: string, value: T, other?: Row<T>): Promise<boolean> {
    const waiting = await store.transact(async (rows) => {
      const now = clock.now();
      const fresh = { key, id: ids.next(), attempt: 0, status: 'waiting', at: now } as const;
      if (!merge) {
        const first = (await rows.head(key)) === undefined;
        await rows.put({ ...fresh, value, ...(first ? { dueAt: now } : {}) });
        return rows.waiting(key);
      }
      const last = await rows.last(key);
      const known = newest(last, other);
      const merged = merge(known, value);
      if (Object.is(merged, known)) return undefined;
      // One that waits out a failure goes on waiting.
      const failing = last?.status === 'waiting' && last.attempt > 0 ? last : undefined;
      const onto = last ? last.onto : other?.id;
      await rows.put({
        ...fresh,
        ...(last?.seq === undefined ? {} : { seq: last.seq }),
        ...(onto === undefined ? {} : { onto }),
        value: merged,
        attempt: failing?.attempt ?? 0,
        dueAt: failing?.dueAt ?? now,
      });
      return 1;
    });
    if (waiting === undefined) return false;
    tell({ key, status: 'waiting', waiting });
    begin(key);
    return true;
  }

  /** The last value of a key, of which another store may have a newer one. */
  function newest(last: Row<T> | undefined, other: Row<T> | undefined): T | undefined {
    if (!merge || !last || !other) return (last ?? other)?.value;
    return other.onto === last.id ? other.value : merge(last.value, other.value);
  }

  return {
    put,
    look,
    get: (key) => store.transact((rows) => rows.last(key)),
    close() {
      closing.abort();
      cancel();
      store.close();
    },
  };
}
