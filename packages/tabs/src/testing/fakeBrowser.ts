import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { TabsHost } from '../tabsHost.js';

type Callback = (lock: Lock | null) => unknown;

interface Waiting {
  readonly tab: FakeTab;
  readonly grant: () => void;
}

/** One tab of a fake browser. */
export interface FakeTab extends TabsHost {
  /** Ends it as a crash does: no farewell, its locks free, nothing heard from it any more. */
  crash(): void;
  show(visible: boolean): void;
  goOnline(): void;
  /** Freezes the page (`false`), or brings it back. */
  live(lives: boolean): void;
}

/** A browser with several tabs of one origin: they share locks, channels, storage and databases. */
export interface FakeBrowser {
  tab(without?: readonly ('locks' | 'channels' | 'storage' | 'indexedDB')[]): FakeTab;
  readonly databases: IDBFactory;
  /** Which tab holds a lock. */
  holder(name: string): FakeTab | undefined;
  /** From now on tabs don't see what others store: processes have copies of their own, told of changes at leisure. */
  delayStorage(): void;
}

export function fakeBrowser(): FakeBrowser {
  const databases = new IDBFactory();
  // Each browser has databases of its own; a page finds them as a global.
  Object.assign(globalThis, { indexedDB: databases });
  const items = new Map<string, string>();
  const copies = new Set<Map<string, string>>();
  let delayed = false;
  const held = new Map<string, FakeTab>();
  const queues = new Map<string, Waiting[]>();
  const ears = new Set<{ readonly name: string; readonly tab: FakeTab; hear?: (message: unknown) => void }>();
  const crashed = new WeakSet<FakeTab>();

  const seenBy = (copy: Map<string, string>): Iterable<Map<string, string>> =>
    delayed ? [items, copy] : [items, ...copies];

  function release(name: string, tab: FakeTab): void {
    if (held.get(name) !== tab) return;
    held.delete(name);
    const queue = (queues.get(name) ?? []).filter(({ tab }) => !crashed.has(tab));
    const [next, ...rest] = queue;
    queues.set(name, rest);
    next?.grant();
  }

  function locksOf(tab: FakeTab): Pick<LockManager, 'request'> {
    async function request(name: string, ...given: readonly unknown[]): Promise<unknown> {
      const callback = given.at(-1) as Callback;
      const { ifAvailable, signal } = (given.length > 1 ? given[0] : {}) as LockOptions;
      // What a crashed page was about to do it never does.
      if (crashed.has(tab)) return new Promise(() => {});
      if (held.has(name)) {
        if (ifAvailable) return callback(null);
        await new Promise<void>((grant, reject) => {
          const entry: Waiting = { tab, grant: () => (held.set(name, tab), grant()) };
          queues.set(name, [...(queues.get(name) ?? []), entry]);
          signal?.addEventListener('abort', () => {
            queues.set(
              name,
              (queues.get(name) ?? []).filter((each) => each !== entry),
            );
            reject(new Error('aborted'));
          });
        });
      } else held.set(name, tab);
      try {
        return await callback({ name, mode: 'exclusive' });
      } finally {
        if (!crashed.has(tab)) release(name, tab);
      }
    }
    return { request: request };
  }

  return {
    databases,
    holder: (name) => held.get(name),
    delayStorage() {
      delayed = true;
    },
    tab(without = []) {
      let visible = true;
      const seen = new Set<() => void>();
      const online = new Set<() => void>();
      const lives = new Set<(lives: boolean) => void>();
      const listen = <L>(set: Set<L>, listener: L) => {
        set.add(listener);
        return () => void set.delete(listener);
      };
      const has = (part: (typeof without)[number]): boolean => !without.includes(part);
      const copy = new Map(items);
      copies.add(copy);
      const tab: FakeTab = {
        get locks() {
          return has('locks') ? locks : undefined;
        },
        hasDatabase: has('indexedDB'),
        storage: has('storage')
          ? {
              get length() {
                return copy.size;
              },
              key: (at) => [...copy.keys()][at] ?? null,
              getItem: (key) => copy.get(key) ?? null,
              setItem(key, value) {
                for (const each of seenBy(copy)) each.set(key, value);
              },
              removeItem(key) {
                for (const each of seenBy(copy)) each.delete(key);
              },
            }
          : undefined,
        open(name) {
          if (!has('channels')) return undefined;
          const ear: { name: string; tab: FakeTab; hear?: (message: unknown) => void } = { name, tab };
          ears.add(ear);
          return {
            post(message) {
              const copy: unknown = structuredClone(message);
              if (crashed.has(tab)) return;
              for (const each of ears) {
                if (each === ear || each.name !== name) continue;
                queueMicrotask(() => !crashed.has(each.tab) && ears.has(each) && each.hear?.(copy));
              }
            },
            onMessage: (listener) => (ear.hear = listener),
            close: () => ears.delete(ear),
          };
        },
        visible: () => visible,
        onVisibility: (listener) => listen(seen, listener),
        onOnline: (listener) => listen(online, listener),
        onLife: (listener) => listen(lives, listener),
        crash() {
          crashed.add(tab);
          for (const [name, holder] of [...held]) if (holder === tab) release(name, tab);
        },
        show(now) {
          visible = now;
          for (const each of seen) each();
        },
        goOnline() {
          for (const each of online) each();
        },
        live(now) {
          for (const each of lives) each(now);
        },
      };
      const locks = locksOf(tab);
      return tab;
    },
  };
}
