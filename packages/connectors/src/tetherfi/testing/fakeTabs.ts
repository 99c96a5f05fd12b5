import 'fake-indexeddb/auto';
import { createCurrent } from '@offhook/core';
import type { Tabs, TabsHost } from '@offhook/tabs';
import { IDBFactory } from 'fake-indexeddb';

type Work = (lock: Lock | null) => unknown;

/** One tab of a browser. */
export interface FakeTab extends Tabs {
  /** Its locks are free and it leads no more, as when a tab is gone. */
  crash(): void;
  lead(leads: boolean): void;
}

/** A browser whose tabs share a database, locks and channels. */
export function fakeTabs() {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  const held = new Map<string, FakeTab>();
  const ears = new Set<{ readonly name: string; hear?: (message: unknown) => void }>();
  let tabsMade = 0;

  function open(leads: boolean): FakeTab {
    tabsMade += 1;
    const leader = createCurrent(leads);

    async function request(name: string, ...given: readonly unknown[]): Promise<unknown> {
      const work = given.at(-1) as Work;
      if (held.has(name)) return work(null);
      held.set(name, tab);
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        if (held.get(name) === tab) held.delete(name);
      }
    }

    const host: TabsHost = {
      locks: { request },
      open(name) {
        const ear: { readonly name: string; hear?: (message: unknown) => void } = { name };
        ears.add(ear);
        return {
          post: (message) =>
            [...ears]
              .filter((each) => each !== ear && each.name === name)
              .forEach((each) => each.hear?.(message)),
          onMessage: (listener) => void (ear.hear = listener),
          close: () => ears.delete(ear),
        };
      },
      visible: () => true,
      onVisibility: () => () => {},
      onOnline: () => () => {},
      onLife: () => () => {},
      storage: undefined,
      hasDatabase: true,
    };
    const tab: FakeTab = {
      id: `tab-${tabsMade}`,
      name: 'offhook',
      host,
      leader,
      runOnce: () => Promise.resolve(false),
      close() {},
      lead: (now) => leader.set(now),
      crash() {
        for (const [name, owner] of held) if (owner === tab) held.delete(name);
        leader.set(false);
      },
    };
    return tab;
  }

  return { open };
}

/** Lets the (fake) database and promises work. */
export async function rest(turns = 30): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((done) => setImmediate(done));
}
