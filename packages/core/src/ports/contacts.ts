import type { Observable } from 'rxjs';
import type { Contact } from '../model/contact.js';
import { wholeAnswer } from './answer.js';
import type { ContactMatches, Provide } from './provide.js';
import { sameNumber } from '../model/phoneNumber.js';
import type { Current } from '../stream/current.js';

/** How far the host's contacts are. */
export interface ContactsProgress {
  /** `idle` before the first load; `ready` with what is there. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** How many there are; while they are loaded, how many have come so far. */
  readonly loaded: number;
  /** Of how many, where that is known beforehand. */
  readonly total?: number;
  /** What went wrong, with `failed`. */
  readonly error?: unknown;
}

/** How far the import of a file is. */
export interface ContactImportProgress {
  readonly good: number;
  readonly bad: number;
  /** How many lines have been read. */
  readonly lines: number;
}

/** Something in a file that could not be taken as it is. */
export interface ContactImportProblem {
  /** The line, from 1. */
  readonly line: number;
  /** What is wrong, in a sentence. */
  readonly reason: string;
  /** `contact`: nothing was taken. `value`: the contact was taken, without this or with a guess. */
  readonly lost: 'contact' | 'value';
}

/** What came of an import: each contact of the file is in `good` or in `bad`. */
export interface ContactImportResult extends ContactImportProgress {
  readonly problems: readonly ContactImportProblem[];
}

/** How a file of contacts is imported. */
export interface ContactImportOptions {
  readonly signal?: AbortSignal;
  /** Told now and then how far it is. */
  readonly onProgress?: (progress: ContactImportProgress) => void;
}

/** Where the client looks up who a number belongs to. */
export interface ContactsPort {
  /** The contacts with this number. May throw: the call then goes without a match, and an `error` event tells. */
  match(number: string, signal: AbortSignal): readonly Contact[] | Promise<readonly Contact[]>;
  /** Who fits what somebody types, the best first. */
  search?(query: string, signal: AbortSignal): readonly Contact[] | Promise<readonly Contact[]>;
  /** All contacts, page by page, to push them to a vendor. */
  pages?(signal: AbortSignal): AsyncIterable<readonly Contact[]>;
  /** Adds the contacts of a file, such as a VCF or CSV file. */
  import?(file: Blob, options: ContactImportOptions): Promise<ContactImportResult>;
  /** How far it is. */
  readonly progress?: Current<ContactsProgress>;
  /** Emits when contacts have changed: who looks at them then looks again. */
  readonly changes$?: Observable<unknown>;
}

/**
 * Contacts in memory, for as many as a page can hold at hand.
 *
 * @example createOffhook({ connectors, contacts: memoryContacts(await fetchTeam()) })
 */
export function memoryContacts(contacts: readonly Contact[] = []): ContactsPort {
  return {
    match: (number) =>
      contacts.filter(
        (contact) =>
          contact.deleted !== true && contact.phones.some((phone) => sameNumber(phone.number, number)),
      ),
  };
}

/** The host's own handler, as the port that the client looks callers up in. */
export function providedContacts({ contacts }: Provide): ContactsPort | undefined {
  const { match, changes$ } = contacts ?? {};
  if (!match) return undefined;
  const add = (found: ContactMatches, more: ContactMatches): ContactMatches => ({ ...found, ...more });
  return {
    match(number, signal) {
      const found = wholeAnswer(match([number], { connector: 'host', signal, deadline: Infinity }), add);
      return 'then' in found && typeof found.then === 'function'
        ? Promise.resolve(found as PromiseLike<ContactMatches>).then((matches) => matches[number] ?? [])
        : ((found as ContactMatches)[number] ?? []);
    },
    ...(changes$ && { changes$ }),
  };
}

/** The port as handlers, so that who gave only that serves the vendors with it too. */
export const portHandlers = (port: ContactsPort): NonNullable<Provide['contacts']> => ({
  match: async (numbers, { signal }) =>
    Object.fromEntries(
      await Promise.all(numbers.map(async (number) => [number, await port.match(number, signal)] as const)),
    ),
  ...(port.search && { search: async (query, { signal }) => (await port.search?.(query, signal)) ?? [] }),
  ...(port.changes$ && { changes$: port.changes$ }),
});
