import { outbox, tabs, type TabsChannel, type TabsHost } from '@offhook/tabs';
import type { VirtualClock } from '@offhook/testing';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Browser } from './fakeBrowser.js';

type Listener = (message: unknown) => void;

/** A browser whose pages share the real tabs' and outboxes' means: locks, channels, storage and a database. */
export interface FakePages extends Browser {
  readonly databases: IDBFactory;
  /** All that is stored, as text. */
  dump(): Promise<string>;
}

export function fakePages(clock: VirtualClock): FakePages {
  const databases = new IDBFactory();
  Object.assign(globalThis, { indexedDB: databases });
  const items = new Map<string, string>();
  const channels = new Map<string, Set<{ hear: Listener }>>();
  const locks = fakeLocks();

  function channel(name: string): TabsChannel {
    const ear: { hear: Listener } = { hear: () => {} };
    const ears = channels.get(name) ?? new Set();
    channels.set(name, ears.add(ear));
    return {
      post(message) {
        const copy: unknown = structuredClone(message);
        for (const each of ears) if (each !== ear) queueMicrotask(() => ears.has(each) && each.hear(copy));
      },
      onMessage: (listener) => (ear.hear = listener),
      close: () => void ears.delete(ear),
    };
  }

  const nothing = (): (() => void) => () => {};
  const host: TabsHost = {
    locks,
    hasDatabase: true,
    storage: {
      get length() {
        return items.size;
      },
      key: (at) => [...items.keys()][at] ?? null,
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
    open: channel,
    visible: () => true,
    onVisibility: nothing,
    onOnline: nothing,
    onLife: nothing,
  };
  return {
    databases,
    openOutbox: outbox,
    openTabs: () => tabs({ clock, host }),
    async dump() {
      const all: unknown[] = [[...items]];
      for (const { name = '' } of await databases.databases()) {
        const db = await answer(databases.open(name));
        for (const store of db.objectStoreNames)
          all.push(await answer(db.transaction(store).objectStore(store).getAll()));
        db.close();
      }
      return JSON.stringify(all);
    },
  };
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('It failed.'));
  });

/** Web Locks, exclusive ones. */
function fakeLocks(): Pick<LockManager, 'request'> {
  const turns = new Map<string, Promise<unknown>>();
  async function request(name: string, ...given: readonly unknown[]): Promise<unknown> {
    const callback = given.at(-1) as (lock: Lock | null) => unknown;
    const { ifAvailable, signal } = (given.length > 1 ? given[0] : {}) as LockOptions;
    const before = turns.get(name);
    if (before && ifAvailable) return callback(null);
    const mine = (async () => {
      await before;
      signal?.throwIfAborted();
      return callback({ name, mode: 'exclusive' });
    })();
    const over = mine.then(
      () => {},
      () => {},
    );
    turns.set(name, over);
    void over.then(() => turns.get(name) === over && turns.delete(name));
    return mine;
  }
  return { request };
}
