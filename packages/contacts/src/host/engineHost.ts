import type { Contact } from '@offhook/core';
import { ContactEngine, type ContactEngineOptions } from '../engine/contactEngine.js';
import type { ContactStore, Stored } from '../storage/contactStore.js';
import { inSlices } from './inSlices.js';
import type { AnswerOf, AskOf, EngineState, Opened, RequestName } from './protocol.js';

export interface EngineHostOptions extends ContactEngineOptions {
  /** How many milliseconds the work that nobody waits for takes at a time. */
  readonly budget: number;
  /** Opens where contacts outlive the page. Left out, they don't. */
  readonly openStore?: (name: string) => Promise<ContactStore>;
}

/** So many contacts are handed out at once: the page reads them in about a millisecond. */
const pageSize = 500;

/** Holds the contacts and answers requests. The same in a worker and beside the page. */
export interface EngineHost {
  answer<N extends RequestName>(name: N, ask: AskOf<N>): Promise<AnswerOf<N>>;
  close(): void;
}

export function createEngineHost({ budget, openStore, ...options }: EngineHostOptions): EngineHost {
  const engine = new ContactEngine(options);
  let store: ContactStore | undefined;
  let storeFailed = false;
  let closed = false;
  /** Records that were added since the last seal. */
  let unkept: Uint8Array<ArrayBuffer>[] = [];
  const walks = new Map<number, Iterator<Contact[], undefined>>();
  let lastWalk = 0;
  let tending: Promise<void> = Promise.resolve();

  const state = (): EngineState => ({
    count: engine.count,
    storage: store ? 'indexeddb' : storeFailed ? 'unavailable' : 'none',
  });

  /** Nothing that is stored is worth failing for: the contacts go on in memory. */
  const keeping = async (work: (store: ContactStore) => Promise<unknown>): Promise<void> => {
    if (store === undefined) return;
    try {
      await work(store);
    } catch {
      store.close();
      store = undefined;
      storeFailed = true;
    }
  };

  /** Merges segments, and stores them anew where that is due; one after another, and while nobody waits. */
  const tend = (all: boolean, save: boolean): void => {
    tending = tending.then(async () => {
      if (closed) return;
      await inSlices(engine.merge(all), budget);
      if (save || store?.isLong() === true) await keeping((one) => one.save(engine.segments));
    });
  };

  const keepChange = async (): Promise<void> => {
    const records = unkept;
    unkept = [];
    await keeping(async (one) => {
      if (one.holdsSnapshot() && records.length > 0) await one.append({ records });
    });
  };

  const restore = ({ segments, changes }: Stored): void => {
    engine.restore(segments);
    for (const change of changes) {
      if ('records' in change) {
        for (const records of change.records) engine.add(records);
        engine.seal();
      } else engine.remove(change.ids, change.source);
    }
  };

  const handlers: { [N in RequestName]: (ask: AskOf<N>) => AnswerOf<N> | Promise<AnswerOf<N>> } = {
    async open({ store: name }): Promise<Opened> {
      if (name === undefined) return state();
      try {
        store = await openStore?.(name);
        const stored = await store?.read();
        if (stored === undefined) return state();
        restore(stored);
        return { ...state(), ...(stored.at !== undefined && { at: stored.at }) };
      } catch {
        store = undefined;
        storeFailed = true;
        return state();
      }
    },
    add({ records }) {
      engine.add(records);
      if (store?.holdsSnapshot() === true) unkept.push(records);
      return undefined;
    },
    async seal() {
      engine.seal();
      // Changes are stored beside what was loaded; where nothing was, all there is is stored.
      const isFirst = store?.holdsSnapshot() === false;
      await keepChange();
      tend(false, isFirst);
      return { ...state(), isFirst };
    },
    async remove({ ids, source }) {
      const removed = engine.remove(ids, source);
      await keepChange();
      await keeping(async (one) => {
        if (one.holdsSnapshot()) await one.append({ ids, source });
      });
      return { ...state(), removed };
    },
    settle({ at }) {
      engine.seal();
      unkept = [];
      store?.complete(at);
      tend(true, true);
      return state();
    },
    async kept() {
      await tending;
      return state();
    },
    search: ({ query, limit }) => engine.search(query, limit),
    match: ({ numbers }) => numbers.map((number) => engine.match(number)),
    page({ walk }) {
      const id = walk ?? (lastWalk += 1);
      const pages = walks.get(id) ?? engine.pages(pageSize);
      const { value, done } = pages.next();
      if (done === true) walks.delete(id);
      else walks.set(id, pages);
      return { contacts: value ?? [], walk: done === true ? undefined : id };
    },
    leave({ walk }) {
      walks.delete(walk);
      return undefined;
    },
    async clear() {
      walks.clear();
      engine.restore([]);
      unkept = [];
      await keeping((one) => one.clear());
      return state();
    },
  };

  return {
    answer: async (name, ask) => handlers[name](ask),
    close() {
      closed = true;
      store?.close();
      store = undefined;
    },
  };
}
