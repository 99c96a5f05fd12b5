import { numberDigits, type Contact } from '@offhook/core';
import type { Store } from '../store/openStore.js';
import { matchesNumber, numberTail } from './numberTail.js';
import { searchWords } from './searchWords.js';

/** Finds contacts by words and by numbers. It speaks of them by their place in the table, `n`. */
export interface ContactIndex {
  put(session: string, n: number, contact: Contact): void;
  remove(n: number): void;
  /** In which each word of the text begins a word, or one number has the text's digits. */
  search(session: string, text: string): ReadonlySet<number>;
  match(session: string, number: string): ReadonlySet<number>;
  clear(session: string): void;
}

interface Place {
  readonly n: number;
}

/** Words enough to find one contact among all; more are not looked at. */
const mostWords = 8;

export function createContactIndex(store: Store): ContactIndex {
  const addWord = store.prepare<[session: string, word: string, n: number]>(
    'insert or ignore into contact_words (session, word, n) values (?, ?, ?)',
  );
  const addNumber = store.prepare<[session: string, tail: string, n: number, number: string, digits: string]>(
    'insert or ignore into contact_numbers (session, tail, n, number, digits) values (?, ?, ?, ?, ?)',
  );
  const removals = ['contact_words', 'contact_numbers'].map((table) => ({
    one: store.prepare<[n: number]>(`delete from ${table} where n = ?`),
    all: store.prepare<[session: string]>(`delete from ${table} where session = ?`),
  }));
  const withWord = store.prepare<[session: string, from: string, to: string], Place>(
    'select distinct n from contact_words where session = ? and word >= ? and word < ?',
  );
  const withDigits = store.prepare<[session: string, digits: string], Place>(
    'select distinct n from contact_numbers where session = ? and instr(digits, ?) > 0',
  );
  const withTail = store.prepare<[session: string, tail: string], Place & { readonly number: string }>(
    'select n, number from contact_numbers where session = ? and tail = ?',
  );

  const beginning = (session: string, word: string): ReadonlySet<number> =>
    places(withWord.all(session, word, `${word}\u{10ffff}`));

  function named(session: string, text: string): ReadonlySet<number> {
    const [first, ...more] = searchWords(text).slice(0, mostWords);
    if (first === undefined) return new Set();
    let found = beginning(session, first);
    for (const word of more) {
      const others = beginning(session, word);
      found = new Set([...found].filter((n) => others.has(n)));
    }
    return found;
  }

  function numbered(session: string, text: string): ReadonlySet<number> {
    // Letters ask for a name: `numberDigits` would make something of the digits among them.
    if (!/^[\d\s()+.*#/-]+$/.test(text)) return new Set();
    const digits = numberDigits(text).replace(/^0(?=\d)/, '');
    return digits === '' ? new Set() : places(withDigits.all(session, digits));
  }

  return {
    put(session, n, { name, company = '', emails, phones }) {
      for (const word of searchWords([name, company, ...emails].join(' '))) addWord.run(session, word, n);
      for (const { number } of phones)
        addNumber.run(session, numberTail(number), n, number, numberDigits(number));
    },
    remove(n) {
      for (const { one } of removals) one.run(n);
    },
    search: (session, text) => new Set([...named(session, text), ...numbered(session, text)]),
    match: (session, number) =>
      places(
        withTail.all(session, numberTail(number)).filter((found) => matchesNumber(found.number, number)),
      ),
    clear(session) {
      for (const { all } of removals) all.run(session);
    },
  };
}

const places = (rows: readonly Place[]): ReadonlySet<number> => new Set(rows.map(({ n }) => n));
