import {
  createCurrent,
  OffhookError,
  systemClock,
  systemIds,
  type Clock,
  type Current,
  type Ids,
} from '@offhook/core';
import { Subject, type Observable } from 'rxjs';
import { memoryRows } from './memoryRows.js';
import { createQueue, type Backoff, type Queue } from './queue.js';
import type { Row, RowStore } from './row.js';
import { storedRows } from './storedRows.js';
import type { Tabs } from './tabs.js';

/** One thing to be sent. */
export interface OutboxEntry<T> {
  readonly key: string;
  /** The same for each try of this very value, another for each other value: an idempotency key. */
  readonly id: string;
  readonly value: T;
  /** How often it has failed before. */
  readonly attempt: number;
}

/** How an outbox sends, and where it keeps what it has to. */
export interface OutboxOptions<T> {
  /** Outboxes of one name are one, over all tabs. */
  readonly name: string;
  readonly tabs: Tabs;
  /**
   * Delivers one entry. What it rejects with is tried again, but for an OffhookError `invalid-argument` or
   * `not-supported`, which the next try would meet again: that entry is kept as failed. May be called more than once
   * for one entry (a tab may crash after it was sent), always with the same id.
   */
  readonly send: (entry: OutboxEntry<T>, signal: AbortSignal) => unknown;
  /**
   * With it a key has one value: what is put is merged into the last one, in a transaction over all tabs. The same
   * reference back means that there is nothing to send. Without it each put is an entry of its own, in order.
   */
  readonly merge?: (last: T | undefined, next: T) => T;
  /** With `merge`: how long a delivered value is remembered, in milliseconds; 30 days unless given. */
  readonly keepMs?: number;
  /** How many keys are sent at once; 4 unless given. */
  readonly concurrency?: number;
  /** How long it waits after a failure; from a second to a minute unless given. */
  readonly backoff?: Partial<Backoff>;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly random?: () => number;
}

/** How much there is, and where. */
export interface OutboxState {
  /** How many entries wait to be sent, over all tabs. */
  readonly pending: number;
  /** How many can't be sent; `retry` tries them again. */
  readonly failed: number;
  /** `memory`: what is put is lost with the page. */
  readonly storage: 'indexeddb' | 'memory';
  /** Why it is only memory. */
  readonly reason?: string;
}

/** Something became of a key. */
export interface OutboxChange {
  readonly key: string;
  readonly status: 'waiting' | 'sending' | 'delivered' | 'failed';
  /** How many of its entries wait. */
  readonly waiting: number;
}

/** What waits to be sent, kept over reloads, crashes and sign-outs. */
export interface Outbox<T> {
  readonly state: Current<OutboxState>;
  /** Told in each tab, whichever tab it was. */
  readonly changes$: Observable<OutboxChange>;
  /** Resolves when it is kept; it is sent by itself, first tried by this tab. Rejects when the outbox is closed. */
  put(key: string, value: T): Promise<void>;
  /** The last value of a key, and what became of it. */
  get(key: string): Promise<{ readonly value: T; readonly status: Row<T>['status'] } | undefined>;
  /** Tries all that waits again at once, and what has failed. */
  retry(): void;
  /** What is kept stays kept. */
  close(): void;
}

const month = 30 * 24 * 3_600_000;

/** How long opening the database may take: another tab may be in the way. Milliseconds. */
const openMs = 5_000;

/** How often entries are counted at most, in milliseconds. */
const countMs = 200;

/** How often they are counted again while some wait: a tab may crash before it has told that they were sent. Milliseconds. */
const recountMs = 5_000;

const isChange = (message: unknown): message is OutboxChange =>
  typeof message === 'object' && message !== null && 'key' in message && 'status' in message;

/**
 * Opens an outbox. Entries of one key are sent in order, at least once and by one tab at a time; what fails is tried
 * again, with back-off and jitter, by the leading tab. Where there is no storage, or it is full, entries are kept in
 * memory, and `state` says so.
 *
 * @example
 * const notes = outbox<Note>({ name: 'notes', tabs, send: ({ id, value }, signal) => post('/notes', { id, ...value }, signal) });
 * await notes.put(callId, { text: 'Wants the blue one' });
 */
export function outbox<T>(options: OutboxOptions<T>): Outbox<T> {
  const { name, tabs, merge, keepMs = month, clock = systemClock } = options;
  const { host } = tabs;
  const changes$ = new Subject<OutboxChange>();
  const channel = host.open(`${tabs.name}:${name}`);
  const state = createCurrent<OutboxState>({ pending: 0, failed: 0, storage: 'indexeddb' });
  const memory = memoryRows<T>();
  let closed = false;
  /** Whether storage failed when it was last used. */
  let failing = false;
  let counting: (() => void) | undefined;
  let recounting: (() => void) | undefined;
  let stored: RowStore<T> | undefined;
  let queue: Queue<T> | undefined;

  function patch(facts: Partial<OutboxState>): void {
    const now = { ...state.value, ...facts };
    const news = (Object.keys(now) as (keyof OutboxState)[]).some((key) => now[key] !== state.value[key]);
    if (news && !closed) state.set(now);
  }

  const degraded = (cause: unknown): void => {
    // A name tells nothing of what is kept; a message might.
    const reason = (cause as Error).name;
    failing = true;
    patch({ storage: 'memory', reason });
  };

  /** Storage works again, and nothing is left that this page alone has. */
  function recover(left: number): void {
    if (!failing && left === 0 && state.value.reason !== undefined) {
      const { reason: _, ...rest } = state.value;
      if (!closed) state.set({ ...rest, storage: 'indexeddb' });
    }
  }

  const sum = async (status: Row<T>['status']): Promise<number> =>
    (await memory.count(status)) + ((await stored?.count(status)) ?? 0);

  /** Counts soon, and once for all that changes until then. */
  function count(): void {
    counting ??= clock.setTimeout(() => {
      counting = undefined;
      Promise.all([sum('waiting'), sum('failed'), memory.count('waiting')]).then(
        ([pending, failed, left]) => {
          patch({ pending, failed });
          recover(left);
          recounting?.();
          recounting = pending > 0 && !closed ? clock.setTimeout(count, recountMs) : undefined;
        },
        degraded,
      );
    }, countMs);
  }

  const shared = {
    merge,
    clock,
    ids: options.ids ?? systemIds,
    send: options.send,
    random: options.random ?? Math.random,
    concurrency: options.concurrency ?? 4,
    backoff: { firstMs: 1_000, maxMs: 60_000, ...options.backoff },
    failed: degraded,
    tell(change: OutboxChange) {
      if (closed) return;
      channel?.post(change);
      changes$.next(change);
      count();
    },
  };

  /** What this page alone has goes out behind what was stored of the same key. */
  const own = createQueue<T>({
    ...shared,
    store: memory,
    sweeps: () => true,
    async alone(key, work) {
      const before = await stored?.transact((rows) => rows.head(key));
      if (before === undefined) await work();
      return before === undefined;
    },
  });

  /** Takes the database into use, though it may come late. */
  function adopt(store: RowStore<T>): void {
    if (closed) {
      store.close();
      return;
    }
    stored = store;
    failing = false;
    queue = createQueue<T>({
      ...shared,
      store,
      sweeps: () => tabs.leader.value,
      async alone(key, work) {
        // Without locks only the leader sends: there is one at a time.
        if (!host.locks) {
          if (tabs.leader.value) await work();
          return tabs.leader.value;
        }
        return host.locks.request(`${tabs.name}:${name}:${key}`, { ifAvailable: true }, async (lock) => {
          if (lock) await work();
          return lock !== null;
        });
      },
    });
    if (merge) store.prune(clock.now() - keepMs).catch(degraded);
    state.set({ pending: state.value.pending, failed: state.value.failed, storage: 'indexeddb' });
    count();
    queue.look(0);
  }

  /** Resolves when it is there, or is not waited for any more. */
  const opened = new Promise<void>((resolve) => {
    const instead = (error: unknown): void => {
      degraded(error);
      resolve();
    };
    if (!host.hasDatabase) {
      instead(new OffhookError('not-supported', 'There is no IndexedDB.'));
      return;
    }
    const late = new OffhookError('timeout', 'Another tab keeps the database from being opened.');
    const cancel = clock.setTimeout(() => instead(late), openMs);
    storedRows<T>(`${tabs.name}:${name}`)
      .finally(cancel)
      .then((store) => {
        adopt(store);
        resolve();
      }, instead);
  });

  /** What this page alone has would be gone with it. */
  function refuseClosed(): void {
    if (closed) throw new OffhookError('aborted', 'The outbox is closed. Nothing was kept.');
  }

  channel?.onMessage((message) => {
    if (!isChange(message)) return;
    changes$.next(message);
    count();
    // Whoever put it tries first; without locks it can't.
    queue?.look(host.locks ? 1_000 : 0);
  });
  const leave = [
    tabs.leader.listen((leads) => {
      if (leads) queue?.look(0);
    }),
    host.onOnline(() => hurry(false)),
  ];

  function hurry(failedToo: boolean): void {
    for (const store of [memory, stored]) void store?.hurry(clock.now(), failedToo).catch(degraded);
    own.look(0);
    queue?.look(0);
  }

  return {
    state,
    changes$: changes$.asObservable(),
    async put(key, value) {
      await opened;
      // Behind what is in memory already of this key.
      const inMemory = await own.get(key);
      refuseClosed();
      if (queue && inMemory?.status !== 'waiting') {
        try {
          const kept = await queue.put(key, value, inMemory);
          failing = false;
          // What it was merged into is in the database now, and newer there.
          if (kept && merge && inMemory) await memory.transact((rows) => rows.delete(inMemory));
          return;
        } catch (error) {
          refuseClosed();
          degraded(error);
        }
      }
      const before = inMemory ? undefined : await queue?.get(key).catch(() => undefined);
      refuseClosed();
      await own.put(key, value, before);
    },
    async get(key) {
      await opened;
      const [inMemory, kept] = [await own.get(key), await queue?.get(key)];
      const row = inMemory && !(kept && kept.at > inMemory.at) ? inMemory : kept;
      return row && { value: row.value, status: row.status };
    },
    retry: () => hurry(true),
    close() {
      if (closed) return;
      closed = true;
      for (const each of leave) each();
      counting?.();
      recounting?.();
      own.close();
      queue?.close();
      channel?.close();
      changes$.complete();
    },
  };
}
