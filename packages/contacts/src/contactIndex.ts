import {
  type Contact,
  type ContactMatches,
  type ContactsPort,
  createCurrent,
  type Current,
  OffhookError,
} from '@offhook/core';
import { type Observable, Subject } from 'rxjs';
import type { ContactSource } from './feed/contactSource.js';
import { createFeeder } from './feed/feeder.js';
import { feedFrom } from './feed/feedFrom.js';
import { openLink, type WorkerOption } from './host/openLink.js';
import type { ContactsPage, EngineLink, EngineState } from './host/protocol.js';
import type { ContactsProgress } from './contactsProgress.js';
import type { ImportOptions, ImportResult } from './import/importContacts.js';
import type { PhoneNumbers } from './numbers/phoneNumbers.js';
import { closedError, orAborted } from './orAborted.js';

/** What a {@link contactIndex} is told. */
export interface ContactIndexOptions {
  /**
   * `indexeddb` keeps the contacts in this browser, so that the next page has them at once; `none`, which is the default,
   * forgets them with the page.
   */
  readonly storage?: 'indexeddb' | 'none';
  /** Under which name they are kept, for an app with several sets of contacts or several users. */
  readonly name?: string;
  /** How many contacts a search gives at most: 50 unless you say otherwise. */
  readonly limit?: number;
  /** Knows numbers better than digits do: see `phoneNumbers`. Asked only for a number that nobody has as it is spelt. */
  readonly phoneNumbers?: PhoneNumbers;
  /** Starts this package's `storingWorker.js` where your bundler doesn't find it by itself; or `false` to do without. */
  readonly worker?: WorkerOption;
}

/** What a load is told. */
export interface LoadOptions {
  /** Stops it. What was handed over stays. */
  readonly signal?: AbortSignal;
  /** How many contacts there will be, for `progress`, where the source can't say. */
  readonly total?: number;
}

/** The app's contacts, in a worker: found while somebody types, and when somebody calls. */
export interface ContactIndex extends ContactsPort {
  /** How far it is. */
  readonly progress: Current<ContactsProgress>;
  /** Emits when contacts were added, changed or removed. */
  readonly changes$: Observable<unknown>;
  /** The contacts with this number, as `sameNumber` compares numbers; one number may be several contacts'. */
  match(number: string, signal?: AbortSignal): Promise<readonly Contact[]>;
  /** The same for many numbers at once: a handler for `provide.contacts.match`. */
  matchMany(numbers: readonly string[], signal?: AbortSignal): Promise<ContactMatches>;
  /** The contacts that fit what somebody types, the best first. */
  search(query: string, signal?: AbortSignal): Promise<readonly Contact[]>;
  /** Adds contacts, in place of those with the same id and source, and stores them where that is wished. Those with `deleted: true` are removed. */
  add(contacts: readonly Contact[]): Promise<void>;
  /** Removes the contacts with these ids, of one source or of all. Resolves with how many there were. */
  remove(ids: readonly string[], source?: string): Promise<number>;
  /**
   * Loads contacts: an array, an iterable, an async iterable, or page by page. Pages are asked for what changed since the
   * last load that ended, if that is kept. What was there before stays, unless it comes with `deleted: true`. Resolves
   * when all is found and, where that is wished, stored; `progress` says `ready` when all is found.
   */
  load(source: ContactSource, options?: LoadOptions): Promise<void>;
  /**
   * Adds the contacts of a vCard or CSV file that somebody chose or dropped. The same as `importContacts` of
   * `@offhook/contacts/import`, which is fetched when it is first needed.
   */
  import(file: Blob, options?: Omit<ImportOptions, 'index'>): Promise<ImportResult>;
  /**
   * All contacts in pages, each contact once, as they are when the first page is asked for: to push them to a vendor.
   * What is added meanwhile is not in them.
   */
  pages(signal?: AbortSignal): AsyncIterable<readonly Contact[]>;
  /** Forgets all contacts, here and in the browser's storage: when somebody signs out. */
  clear(): Promise<void>;
  /** Ends the worker. What is stored stays. */
  close(): void;
}

/**
 * Makes an index of the app's contacts, for a million of them. It searches and looks up in a Web Worker, and hands the
 * contacts over in slices of about two milliseconds, so that the page never waits. Where there is no worker it does the
 * same in the page's own thread, in pieces.
 *
 * @example
 * const contacts = contactIndex({ storage: 'indexeddb' });
 * const phone = createOffhook({ connectors, contacts });
 * await contacts.load((page, { since, signal }) => crm.contacts({ page, since, signal }));
 * const found = await contacts.search('jenifer do');
 */
export function contactIndex(options: ContactIndexOptions = {}): ContactIndex {
  const { storage = 'none', name = 'contacts', limit = 50, phoneNumbers, worker } = options;
  const progress = createCurrent<ContactsProgress>({ status: 'idle', loaded: 0, storage: 'none' });
  const changes = new Subject<unknown>();
  const closing = new AbortController();
  let since: number | undefined;
  let loading = false;

  const opening: Promise<EngineLink> = openLink(worker, storage === 'indexeddb').then(async (link) => {
    if (closing.signal.aborted) {
      link.close();
      throw closedError();
    }
    const opened = await link.request('open', { store: storage === 'indexeddb' ? name : undefined });
    since = opened.at;
    if (opened.count > 0 || opened.storage !== 'none') {
      const status = opened.count > 0 ? 'ready' : 'idle';
      progress.set({ status, loaded: opened.count, storage: opened.storage });
    }
    return link;
  });
  opening.catch(() => undefined);

  const request: EngineLink['request'] = async (what, ask) => {
    if (closing.signal.aborted) throw closedError();
    return (await opening).request(what, ask);
  };

  const matchAll = async (numbers: readonly string[]): Promise<readonly (readonly Contact[])[]> => {
    const found = await request('match', { numbers });
    if (!phoneNumbers) return found;
    // Spelt in full, and then as it is written in its own country.
    const unknown = numbers.flatMap((number, index) => {
      const parsed = found[index].length === 0 ? phoneNumbers.parse(number) : undefined;
      return parsed ? [{ index, spellings: [parsed.e164, parsed.national] }] : [];
    });
    if (unknown.length === 0) return found;
    const again = await request('match', { numbers: unknown.flatMap(({ spellings }) => spellings) });
    const known = [...found];
    unknown.forEach(({ index }, at) => {
      known[index] = again[2 * at].length > 0 ? again[2 * at] : again[2 * at + 1];
    });
    return known;
  };

  const load = async (source: ContactSource, { signal, total }: LoadOptions): Promise<void> => {
    const link = await opening;
    const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    const { storage: kept } = progress.value;
    const known = total ?? (Array.isArray(source) ? source.length : undefined);
    const tell = (loaded: number): void => {
      progress.set({
        status: 'loading',
        loaded,
        ...(known !== undefined && { total: known }),
        storage: kept,
      });
    };
    tell(0);
    const feeder = createFeeder(link, both, tell);
    const at = await feedFrom(source, feeder, since, both);
    await feeder.drained();
    const state = await link.request('settle', { at });
    since = at ?? since;
    progress.set({ status: 'ready', loaded: state.count, storage: state.storage });
    if (feeder.fed > 0) changes.next(undefined);
    tellState(await link.request('kept', {}), 'ready');
  };

  const index: ContactIndex = {
    progress,
    changes$: changes.asObservable(),
    match: (number, signal) =>
      orAborted(
        matchAll([number]).then(([found]) => found),
        signal,
      ),
    matchMany: (numbers, signal) =>
      orAborted(
        matchAll(numbers).then((found) =>
          Object.fromEntries(numbers.map((number, index) => [number, found[index]])),
        ),
        signal,
      ),
    search: (query, signal) => orAborted(request('search', { query, limit }), signal),
    async add(contacts) {
      if (closing.signal.aborted) throw closedError();
      const feeder = createFeeder(await opening, closing.signal, () => undefined);
      await feeder.feed(contacts);
      await feeder.drained();
      const { isFirst, ...state } = await request('seal', {});
      tellState(isFirst ? await request('kept', {}) : state);
      if (feeder.fed > 0) changes.next(undefined);
    },
    async remove(ids, source) {
      const { removed, ...state } = await request('remove', { ids, source });
      tellState(state);
      if (removed > 0) changes.next(undefined);
      return removed;
    },
    async load(source, loadOptions = {}) {
      if (closing.signal.aborted) throw closedError();
      if (loading)
        throw new OffhookError('invalid-state', 'The contacts are being loaded. Wait for that load to end.');
      loading = true;
      try {
        await load(source, loadOptions);
      } catch (error) {
        progress.set({ ...progress.value, status: 'failed', error });
        throw error;
      } finally {
        loading = false;
      }
    },
    async import(file, importOptions) {
      const { importContacts } = await import('./import.js');
      return importContacts(file, { ...importOptions, index });
    },
    async *pages(signal) {
      let asked: Promise<ContactsPage> | undefined;
      try {
        for (let walk: number | undefined; ;) {
          asked = request('page', { walk });
          const { contacts, walk: next } = await orAborted(asked, signal);
          if (contacts.length > 0) yield contacts;
          if (next === undefined) return;
          walk = next;
        }
      } finally {
        // Whoever stops early holds nothing up.
        asked
          ?.then(({ walk }) => (walk === undefined ? undefined : request('leave', { walk })))
          .catch(() => undefined);
      }
    },
    async clear() {
      const state = await request('clear', {});
      since = undefined;
      progress.set({ status: 'idle', loaded: 0, storage: state.storage });
      changes.next(undefined);
    },
    close() {
      if (closing.signal.aborted) return;
      closing.abort(closedError());
      changes.complete();
      opening.then(
        (link) => link.close(),
        () => undefined,
      );
    },
  };
  return index;

  function tellState({ count, storage: kept }: EngineState, status?: 'ready'): void {
    if (loading && status === undefined) return;
    const { value } = progress;
    if (value.status === 'ready' && value.loaded === count && value.storage === kept) return;
    progress.set({ status: 'ready', loaded: count, storage: kept });
  }
}
