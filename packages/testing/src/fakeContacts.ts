import {
  createCurrent,
  sameNumber,
  type Contact,
  type ContactImportOptions,
  type ContactImportResult,
  type ContactsPort,
  type ContactsProgress,
  type Settable,
} from '@offhook/core';
import { Subject } from 'rxjs';

/** Somebody looks for contacts. */
export interface FakeLookUp {
  readonly kind: 'match' | 'search';
  /** The number, or what somebody has typed. */
  readonly query: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Answers, however late, where `holds` was set. */
  readonly answer: (contacts: readonly Contact[]) => void;
}

/** Somebody imports a file. It goes on until the test ends it. */
export interface FakeImport {
  readonly file: Blob;
  /** Aborts when the import is to stop. */
  readonly signal: AbortSignal | undefined;
  /** Tells how far it is. */
  readonly tell: NonNullable<ContactImportOptions['onProgress']>;
  readonly finish: (result: ContactImportResult) => void;
  readonly fail: (error: unknown) => void;
}

/** What the host's contacts are to be like. */
export interface FakeContactsOptions {
  /** Left out: Ann and Joan, as `fakePeople`. */
  readonly contacts?: readonly Contact[];
  /** Left out: a Subject of its own. */
  readonly changes$?: Subject<void>;
}

/** The host's contacts, for tests: they answer at once, and the test changes who is there. */
export interface FakeContacts extends Required<ContactsPort> {
  readonly changes$: Subject<void>;
  readonly progress: Settable<ContactsProgress>;
  /** Who is there now. */
  readonly contacts: readonly Contact[];
  /** Puts others in their place, and tells that they have changed. */
  become(contacts: readonly Contact[]): void;
  /** Whether who looks for contacts waits until the test answers. */
  holds: boolean;
  /** What a look-up or an import fails with; nothing unless set. */
  refuses: Error | undefined;
  /** Who was looked for. */
  readonly asked: readonly FakeLookUp[];
  /** The files that were imported. */
  readonly imports: readonly FakeImport[];
}

/** Two contacts to begin with. */
export const fakePeople: readonly Contact[] = [
  person('ann', 'Ann Lee', '+12165550181'),
  person('joan', 'Joan Lee', '+12165550182'),
];

function person(id: string, name: string, number: string): Contact {
  return { id, source: 'fake', name, phones: [{ number, type: 'work' }], emails: [] };
}

/** How many contacts there are on a page. */
const pageSize = 100;

/**
 * A host's contacts for tests of an app or a binding. A search finds the names that what was typed is part of.
 *
 * @example
 * const contacts = fakeContacts();
 * const phone = createOffhook({ connectors: [line], contacts });
 * contacts.become([]);
 */
export function fakeContacts(options: FakeContactsOptions = {}): FakeContacts {
  const { contacts: first = fakePeople, changes$ = new Subject<void>() } = options;
  const asked: FakeLookUp[] = [];
  const imports: FakeImport[] = [];
  let contacts = first;
  /** Who asks the same twice gets the same list, until the contacts change. */
  const found = new Map<string, readonly Contact[]>();

  function lookUp(
    kind: FakeLookUp['kind'],
    query: string,
    signal: AbortSignal,
    find: () => readonly Contact[],
  ): readonly Contact[] | Promise<readonly Contact[]> {
    let answer: FakeLookUp['answer'] = () => {};
    const held = new Promise<readonly Contact[]>((done) => (answer = done));
    asked.push({ kind, query, signal, answer });
    if (port.refuses) throw port.refuses;
    if (port.holds) return held;
    const key = `${kind}:${query}`;
    const list = found.get(key) ?? find();
    found.set(key, list);
    return list;
  }

  const port: FakeContacts = {
    changes$,
    progress: createCurrent<ContactsProgress>({ status: 'idle', loaded: 0 }),
    get contacts() {
      return contacts;
    },
    become(next) {
      contacts = next;
      found.clear();
      changes$.next();
    },
    holds: false,
    refuses: undefined,
    asked,
    imports,
    match: (number, signal) =>
      lookUp('match', number, signal, () =>
        contacts.filter((each) => each.phones.some((phone) => sameNumber(phone.number, number))),
      ),
    search: (query, signal) =>
      lookUp('search', query, signal, () =>
        contacts.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase())),
      ),
    async *pages(signal) {
      for (let from = 0; from < contacts.length; from += pageSize) {
        if (signal.aborted) return;
        yield await Promise.resolve(contacts.slice(from, from + pageSize));
      }
    },
    import: (file, { signal, onProgress: tell = () => {} }) =>
      new Promise((finish, fail) => {
        if (port.refuses) fail(port.refuses);
        imports.push({ file, signal, tell, finish, fail });
      }),
  };
  return port;
}
