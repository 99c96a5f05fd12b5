import type { ContactBook, Source } from './contact-book.js';
import { readContact, type Contact } from './contact.js';
import { workIdly, type Idle } from './idle-work.js';
import type { SavedContacts } from './saved-contacts.js';
import { readVcf } from './vcf.js';

/** How far the work on contacts is; `total` grows with what is pushed meanwhile. */
export interface Progress {
  readonly what: 'Indexing' | 'Importing';
  readonly done: number;
  readonly total: number;
}

export interface ContactIntake {
  readonly progress: Progress | undefined;
  /** Keeps pushed contacts until it is known whether they count. */
  hold(contacts: readonly unknown[]): number;
  settle(held: number, take: boolean): void;
  /** What was saved earlier. */
  restore(): Promise<void>;
  /** Reads a VCF file's text and saves what is new in it; gives how many contacts it had. */
  importText(text: string): Promise<number>;
  forgetImported(): Promise<void>;
}

/** Saved in pieces of this size, so that no single one holds the page up. */
const PIECE = 5000;

/** All work on contacts, one job after the other and in idle time only. */
export function createContactIntake(options: {
  readonly book: ContactBook;
  readonly saved: SavedContacts;
  readonly idle: Idle;
  /** Progress or contacts are others than before. */
  readonly changed: () => void;
}): ContactIntake {
  const { book, saved, idle, changed } = options;
  const held = new Map<number, readonly unknown[]>();
  let lastHeld = 0;
  let progress: Progress | undefined;
  let jobs: Promise<unknown> = Promise.resolve();
  const indexing = { done: 0, total: 0 };

  /** Later jobs wait, and a job that fails stops none of them. */
  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const mine = jobs.then(job);
    jobs = mine.catch(() => {});
    return mine;
  }

  function show(next: Progress | undefined) {
    progress = next;
    changed();
  }

  function* indexAll(source: Source, contacts: readonly unknown[]) {
    for (const value of contacts) {
      indexing.done += 1;
      const contact = readContact(value);
      // The document doesn't say what a second push does. Here it adds to the contacts, and replaces those
      // with the same id, so that a host may push in chunks and push what changed.
      if (contact) book.put(source, contact);
      yield;
    }
  }

  function index(source: Source, contacts: readonly unknown[]): Promise<void> {
    indexing.total += contacts.length;
    return inTurn(async () => {
      await workIdly(indexAll(source, contacts), idle, () => show({ what: 'Indexing', ...indexing }));
      if (indexing.done < indexing.total) return;
      indexing.done = indexing.total = 0;
      show(undefined);
    });
  }

  const isSaved = ({ id, name, phones }: Contact): boolean => {
    const known = book.get('file', id);
    return known?.name === name && known.phones.join() === phones.join();
  };

  async function readAndSave(text: string): Promise<number> {
    const fresh: Contact[] = [];
    let found = 0;
    let done = 0;
    function* read() {
      for (const { contact, end } of readVcf(text)) {
        done = end;
        if (contact) {
          found += 1;
          if (!isSaved(contact)) fresh.push(contact);
          book.put('file', contact);
        }
        yield;
      }
    }
    try {
      await workIdly(read(), idle, () => show({ what: 'Importing', done, total: text.length }));
      for (let at = 0; at < fresh.length; at += PIECE) await saved.save(fresh.slice(at, at + PIECE));
    } finally {
      show(undefined);
    }
    return found;
  }

  return {
    get progress() {
      return progress;
    },
    hold(contacts) {
      held.set((lastHeld += 1), contacts);
      return lastHeld;
    },
    settle(number, take) {
      const contacts = held.get(number);
      held.delete(number);
      if (take && contacts) void index('host', contacts);
    },
    async restore() {
      await index('file', await saved.load());
    },
    importText: (text) => inTurn(() => readAndSave(text)),
    forgetImported: () =>
      inTurn(async () => {
        book.forget('file');
        changed();
        await saved.clear();
      }),
  };
}
