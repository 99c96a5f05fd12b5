import { createCurrent, type Clock } from '@offhook/core';
import { Subject } from 'rxjs';
import type { Outbox, outbox, OutboxChange, OutboxOptions, OutboxState, Tabs, TabsHost } from '@offhook/tabs';

interface Kept {
  value: unknown;
  id: string;
  status: OutboxChange['status'];
  attempt: number;
}

interface Box {
  readonly kept: Map<string, Kept>;
  /** One for each tab that has opened it, the leader first. */
  readonly tabs: Set<{ changed(change: OutboxChange): void; send(key: string): void }>;
  readonly sending: Set<string>;
}

/** One browser: storage that all its tabs share, and that outlives them. */
export interface Browser {
  readonly openOutbox: typeof outbox;
  openTabs(): Tabs;
}

/** One in memory. */
export interface FakeBrowser extends Browser {
  /** All that is stored, as text. */
  dump(): string;
  /** How many outboxes are open. */
  readonly open: number;
}

/** Nothing of a browser: what the fake tabs share goes no such way. */
const host = {} as TabsHost;

/** What the log stands on, without IndexedDB: in memory, in the order of microtasks. */
export function fakeBrowser(clock: Clock): FakeBrowser {
  const boxes = new Map<string, Box>();
  const ran = new Set<string>();
  let ids = 0;
  const nextId = (): string => `write-${(ids += 1)}`;

  function openOutbox<T>({ name, send, merge = (_, next) => next }: OutboxOptions<T>): Outbox<T> {
    const box: Box = boxes.get(name) ?? { kept: new Map(), tabs: new Set(), sending: new Set() };
    boxes.set(name, box);
    const { kept, tabs, sending } = box;
    const state = createCurrent<OutboxState>({ pending: 0, failed: 0, storage: 'indexeddb' });
    const changes$ = new Subject<OutboxChange>();
    const closing = new AbortController();
    const isClosed = (): boolean => closing.signal.aborted;
    const timers = new Set<() => void>();
    const me = {
      changed(change: OutboxChange) {
        const pending = [...kept.values()].filter(({ status }) => status !== 'delivered').length;
        if (pending !== state.value.pending) state.set({ ...state.value, pending });
        changes$.next(change);
      },
      send: (key: string) => void trySend(key),
    };
    tabs.add(me);
    const tell = (key: string, status: OutboxChange['status']): void => {
      const entry = kept.get(key);
      if (!entry) return;
      entry.status = status;
      for (const tab of tabs) tab.changed({ key, status, waiting: status === 'delivered' ? 0 : 1 });
    };
    const later = (act: () => void, ms: number): void => {
      const takeBack = clock.setTimeout(() => {
        timers.delete(takeBack);
        act();
      }, ms);
      timers.add(takeBack);
    };

    async function trySend(key: string): Promise<void> {
      const entry = kept.get(key);
      if (!entry || entry.status === 'delivered' || sending.has(key) || isClosed()) return;
      sending.add(key);
      const { id, attempt } = entry;
      entry.attempt += 1;
      tell(key, 'sending');
      try {
        await send({ key, id, value: entry.value as T, attempt }, closing.signal);
        sending.delete(key);
        if (kept.get(key)?.id === id) tell(key, 'delivered');
        else void trySend(key);
      } catch {
        sending.delete(key);
        if (isClosed()) [...tabs][0]?.send(key);
        else {
          tell(key, 'waiting');
          later(() => [...tabs][0]?.send(key), 1_000);
        }
      }
    }

    // A tab that opens when no other is there finds what the last one left.
    later(() => {
      if ([...tabs][0] === me) for (const key of kept.keys()) void trySend(key);
    }, 0);

    return {
      state,
      changes$,
      async put(key, next) {
        await Promise.resolve();
        if (isClosed()) throw new Error('closed');
        const last = kept.get(key);
        const value = structuredClone(merge(last?.value as T | undefined, structuredClone(next)));
        if (last && JSON.stringify(value) === JSON.stringify(last.value)) return;
        kept.set(key, { value, id: nextId(), status: 'waiting', attempt: 0 });
        tell(key, 'waiting');
        void trySend(key);
      },
      async get(key) {
        await Promise.resolve();
        const entry = kept.get(key);
        if (!entry) return undefined;
        return { value: entry.value as T, status: entry.status === 'sending' ? 'waiting' : entry.status };
      },
      retry: () => [...kept.keys()].forEach((key) => void trySend(key)),
      close() {
        closing.abort();
        tabs.delete(me);
        for (const takeBack of timers) takeBack();
        const [heir] = tabs;
        for (const key of kept.keys()) heir?.send(key);
      },
    };
  }

  return {
    openOutbox,
    openTabs: () => ({
      id: nextId(),
      name: 'offhook',
      host,
      leader: createCurrent(true),
      async runOnce(key, effect) {
        if (ran.has(key)) return false;
        ran.add(key);
        await effect();
        return true;
      },
      close() {},
    }),
    dump: () => JSON.stringify([...boxes].map(([name, { kept }]) => [name, [...kept]])),
    get open() {
      return [...boxes.values()].reduce((sum, { tabs }) => sum + tabs.size, 0);
    },
  };
}
