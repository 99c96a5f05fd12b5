import {
  combine,
  createCurrent,
  type Contact,
  type ContactsPort,
  type ContactsProgress,
  type Current,
} from '@offhook/core';
import { demoContacts } from './demoContacts.js';
import { madeUpId, manyContacts } from './manyContacts.js';

/** What the book is kept in, such as `contactIndex()` of `@offhook/contacts`. */
export interface BookIndex extends ContactsPort {
  readonly progress: Current<ContactsProgress>;
  search(query: string, signal: AbortSignal): Promise<readonly Contact[]>;
  load(source: Iterable<Contact>, options?: { readonly total?: number }): Promise<void>;
  remove(ids: readonly string[]): Promise<unknown>;
}

/** The contacts of a page that has many of them. */
export interface ContactBook {
  /** For `createOffhook`. */
  readonly contacts: BookIndex;
  /** From 0 to 1 while contacts are loaded. */
  readonly loading: Current<number | undefined>;
  /** How many there are, once somebody has loaded or imported some. */
  readonly loaded: Current<number | undefined>;
  /** Loads so many in place of those loaded before. A load under way comes first. */
  load(count: number): Promise<void>;
}

/** What is asked for at most: more would be no telephone book. */
export const mostContacts = 1_000_000;

/** So many are removed at a time. */
const batch = 10_000;

/** Makes the book of an index, with those in it whom the CRM knows from the start. */
export function createContactBook(contacts: BookIndex): ContactBook {
  const { progress } = contacts;
  const asked = createCurrent(false);
  const busy = createCurrent(false);
  let known = demoContacts.length;
  // One after the other; what went wrong is told to whoever asked, and by `progress`.
  let before = contacts.load(demoContacts).catch(() => undefined);

  async function loadNow(count: number): Promise<void> {
    busy.set(true);
    try {
      for (let from = count; from < known; from += batch) {
        const to = Math.min(from + batch, known);
        await contacts.remove(Array.from({ length: to - from }, (_, index) => madeUpId(from + index)));
      }
      known = count;
      await contacts.load(contactsOf(count), { total: count });
      asked.set(true);
    } finally {
      busy.set(false);
    }
  }

  return {
    contacts,
    loading: combine([progress, busy], ({ status, loaded, total = 0 }, isBusy) => {
      if (!isBusy) return undefined;
      return status === 'loading' ? loaded / Math.max(total, loaded, 1) : 0;
    }),
    loaded: combine([progress, asked], ({ status, loaded }, wasAsked) =>
      status === 'ready' && (wasAsked || loaded > demoContacts.length) ? loaded : undefined,
    ),
    load(wanted) {
      const count = Math.min(Math.max(Math.floor(wanted) || 0, demoContacts.length), mostContacts);
      const load = before.then(() => loadNow(count));
      before = load.catch(() => undefined);
      return load;
    },
  };
}

/** As an iterable that can be gone through again. */
const contactsOf = (count: number): Iterable<Contact> => ({ [Symbol.iterator]: () => manyContacts(count) });
