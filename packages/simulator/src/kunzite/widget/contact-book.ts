import type { Contact } from './contact.js';

/** Where contacts come from: the host's are gone with the page, a file's are saved. */
export type Source = 'host' | 'file';

export interface Entry extends Contact {
  readonly key: string;
  readonly source: Source;
  /** Name and numbers as a search compares them. */
  readonly text: string;
}

export interface ContactBook {
  /** Adds a contact, or replaces the one of that source with this id. */
  put(source: Source, contact: Contact): void;
  forget(source: Source): void;
  count(source?: Source): number;
  get(source: Source, id: string): Entry | undefined;
  /** In the order in which they came, `limit` at most; all of them match an empty text. */
  search(text: string, limit: number): readonly Entry[];
  /** Everybody who has this number: it may be more than one. */
  who(number: string): readonly Entry[];
}

/** Spanish numbers have nine digits; with or without a prefix it is the same telephone. */
const NATIONAL_DIGITS = 9;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const lineOf = (number: string): string => digitsOf(number).slice(-NATIONAL_DIGITS);
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The softphone's contacts, indexed one by one so that the caller can stop whenever the page is needed. */
export function createContactBook(): ContactBook {
  const entries = new Map<string, Entry>();
  const lines = new Map<string, Entry[]>();
  const counts: Record<Source, number> = { host: 0, file: 0 };

  function remove(entry: Entry) {
    entries.delete(entry.key);
    counts[entry.source] -= 1;
    for (const phone of entry.phones) {
      const others = lines.get(lineOf(phone))?.filter((one) => one !== entry) ?? [];
      if (others.length > 0) lines.set(lineOf(phone), others);
      else lines.delete(lineOf(phone));
    }
  }

  return {
    put(source, contact) {
      const key = `${source} ${contact.id}`;
      const old = entries.get(key);
      if (old) remove(old);
      const text = `${fold(contact.name)} ${contact.phones.map(digitsOf).join(' ')}`;
      const entry: Entry = { ...contact, key, source, text };
      entries.set(key, entry);
      counts[source] += 1;
      for (const line of new Set(entry.phones.map(lineOf))) {
        if (line === '') continue;
        const others = lines.get(line);
        if (others) others.push(entry);
        else lines.set(line, [entry]);
      }
    },
    forget(source) {
      for (const entry of entries.values()) if (entry.source === source) remove(entry);
    },
    count: (source) => (source === undefined ? entries.size : counts[source]),
    get: (source, id) => entries.get(`${source} ${id}`),
    search(wanted, limit) {
      const digits = digitsOf(wanted);
      // Whoever types a number writes it in their own way.
      const isNumber = digits !== '' && !/\p{L}/u.test(wanted);
      const words = isNumber ? [digits] : fold(wanted).split(/\s+/).filter(Boolean);
      const found: Entry[] = [];
      for (const entry of entries.values()) {
        if (found.length >= limit) break;
        if (words.every((word) => entry.text.includes(word))) found.push(entry);
      }
      return found;
    },
    who: (number) => lines.get(lineOf(number)) ?? [],
  };
}
