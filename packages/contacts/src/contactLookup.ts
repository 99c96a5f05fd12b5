import { type Ask, type Contact, type ContactMatches, type Provide, wholeAnswer } from '@offhook/core';
import { closedError, orAborted } from './orAborted.js';

/** The app's own handlers, as in `provide.contacts`, and what may be remembered of their answers. */
export interface Lookup {
  /** As `provide.contacts.match`. */
  readonly match: NonNullable<NonNullable<Provide['contacts']>['match']>;
  /** As `provide.contacts.search`. */
  readonly search?: NonNullable<NonNullable<Provide['contacts']>['search']>;
  /** How many numbers' contacts are remembered in memory: none unless you say otherwise. */
  readonly remember?: number;
}

/** Contacts that stay where they are: the app is asked each time. */
export interface ContactLookup {
  /** The contacts with this number. */
  match(number: string, signal?: AbortSignal): Promise<readonly Contact[]>;
  /** The same for many numbers at once: a handler for `provide.contacts.match`. */
  matchMany(numbers: readonly string[], signal?: AbortSignal): Promise<ContactMatches>;
  /** Nobody, if the app can't search. */
  search(query: string, signal?: AbortSignal): Promise<readonly Contact[]>;
  /** Forgets what is remembered. */
  clear(): void;
  /** Stops all that is asked. */
  close(): void;
}

/**
 * A `contacts` port that keeps nothing in the browser: each search and look-up asks the app. For contacts that must not
 * leave the server.
 *
 * @example
 * const contacts = contactLookup({ match: (numbers, { signal }) => crm.match(numbers, signal) });
 * const phone = createOffhook({ connectors, contacts });
 */
export function contactLookup({ match, search, remember = 0 }: Lookup): ContactLookup {
  const closing = new AbortController();
  const known = new Map<string, readonly Contact[]>();

  const ask = (signal: AbortSignal | undefined): Ask => ({
    connector: 'host',
    signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
    deadline: Infinity,
  });

  const keep = (number: string, contacts: readonly Contact[]): void => {
    if (remember <= 0) return;
    known.delete(number);
    known.set(number, contacts);
    for (const oldest of known.keys()) {
      if (known.size <= remember) break;
      known.delete(oldest);
    }
  };

  const matchMany = async (numbers: readonly string[], signal?: AbortSignal): Promise<ContactMatches> => {
    if (closing.signal.aborted) throw closedError();
    const remembered = new Map(numbers.map((number) => [number, known.get(number)]));
    const unknown = [...remembered].flatMap(([number, contacts]) => (contacts ? [] : [number]));
    const add = (found: ContactMatches, more: ContactMatches): ContactMatches => ({ ...found, ...more });
    const found = unknown.length > 0 ? await wholeAnswer(match(unknown, ask(signal)), add) : {};
    for (const [number, before] of remembered) {
      const contacts = before ?? found[number];
      if (contacts) keep(number, contacts);
    }
    return Object.fromEntries(
      [...remembered].map(([number, before]) => [number, before ?? found[number] ?? []]),
    );
  };

  return {
    match: (number, signal) =>
      orAborted(
        matchMany([number], signal).then((found) => found[number] ?? []),
        signal,
      ),
    matchMany: (numbers, signal) => orAborted(matchMany(numbers, signal), signal),
    async search(query, signal) {
      if (closing.signal.aborted) throw closedError();
      return search ? orAborted(Promise.resolve(wholeAnswer(search(query, ask(signal)))), signal) : [];
    },
    clear: () => known.clear(),
    close: () => closing.abort(closedError()),
  };
}
