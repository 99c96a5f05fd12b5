import type { Contact } from '@offhook/core';
import { demoContacts } from '@offhook/demo-kit';
import type { Store } from '../store/openStore.js';
import { createActivities, type Activity } from './activities.js';
import { createContactIndex } from './contactIndex.js';

/** What to read of all contacts. */
export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** An earlier page's `at`: only what changed after it, deleted contacts included. */
  readonly since?: number;
}

/** A part of all contacts. */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  readonly nextPage: number | null;
  /** The last change that is in here. Whatever changes later has a later time, even within one millisecond. */
  readonly at: number;
}

/** The contacts of each session. One begins with the demo's, when it is first asked for. */
export interface Contacts {
  page(session: string, request: PageRequest): ContactPage;
  search(session: string, text: string): readonly Contact[];
  match(session: string, numbers: readonly string[]): Readonly<Record<string, readonly Contact[]>>;
  /** Adds the contact, or takes the place of the one with its id. */
  put(session: string, contact: Contact): Contact;
  /** The contact as it is now, deleted; undefined when there never was one. */
  remove(session: string, id: string): Contact | undefined;
  /** What was noted before any call. */
  activities(session: string, id: string): readonly Activity[];
  /** Back to the demo's contacts. Within a transaction. */
  clear(session: string): void;
}

interface Row {
  readonly n: number;
  readonly contact: string;
  readonly changed: number;
  readonly deleted: number;
}

const mostFound = 50;

export function createContacts(store: Store, now: () => number): Contacts {
  const index = createContactIndex(store);
  const activities = createActivities(store);
  const last = store.prepare<[session: string], { readonly changed: number | null }>(
    'select max(changed) as changed from contacts where session = ?',
  );
  const columns = 'n, contact, changed, deleted';
  // Deleted ones count too: the pages of who reads while others are deleted would skip some.
  const inOrder = store.prepare<[session: string, since: number, limit: number, offset: number], Row>(
    `select ${columns} from contacts where session = ? and changed > ? order by n limit ? offset ?`,
  );
  const byPlace = store.prepare<[n: number], Row>(`select ${columns} from contacts where n = ?`);
  const byId = store.prepare<[session: string, id: string], Row>(
    `select ${columns} from contacts where session = ? and id = ?`,
  );
  const write = store.prepare<
    [session: string, id: string, contact: string, changed: number, deleted: number],
    Row
  >(
    `insert into contacts (session, id, contact, changed, deleted) values (?, ?, ?, ?, ?)
     on conflict (session, id) do update
     set contact = excluded.contact, changed = excluded.changed, deleted = excluded.deleted
     returning ${columns}`,
  );
  const clear = store.prepare<[session: string]>('delete from contacts where session = ?');

  const lastChange = (session: string): number | undefined => last.get(session)?.changed ?? undefined;

  function save(session: string, contact: Contact, deleted: boolean): Contact {
    const changed = Math.max(now(), (lastChange(session) ?? 0) + 1);
    const { deleted: _, updatedAt: __, ...lasting } = contact;
    const row = write.get(session, contact.id, JSON.stringify(lasting), changed, deleted ? 1 : 0);
    if (row === undefined) throw new Error('SQLite returned no row for a contact.');
    index.remove(row.n);
    if (!deleted) index.put(session, row.n, contact);
    return toContact(row);
  }

  /** The session's last change; begins the session where there is none. */
  function begun(session: string): number {
    const known = lastChange(session);
    if (known !== undefined) return known;
    activities.begin(session, now());
    for (const contact of demoContacts) save(session, contact, false);
    return lastChange(session) ?? 0;
  }

  const read = <Result>(session: string, work: (at: number) => Result): Result => {
    // Most sessions have begun, and reading takes no lock.
    if (lastChange(session) === undefined) store.transaction(() => begun(session));
    return work(lastChange(session) ?? 0);
  };

  function at(places: ReadonlySet<number>, limit: number): readonly Contact[] {
    const rows = [...places].sort((a, b) => a - b).slice(0, limit);
    return rows.flatMap((n) => byPlace.get(n) ?? []).map(toContact);
  }

  return {
    page: (session, { page, size, since }) =>
      read(session, (changed) => {
        const rows = inOrder.all(session, since ?? -1, size + 1, (page - 1) * size);
        const shown = rows.slice(0, size).filter(({ deleted }) => since !== undefined || deleted === 0);
        const nextPage = rows.length > size ? page + 1 : null;
        return { contacts: shown.map(toContact), nextPage, at: changed };
      }),
    search: (session, text) => read(session, () => at(index.search(session, text), mostFound)),
    match: (session, numbers) =>
      read(session, () =>
        Object.fromEntries(numbers.map((number) => [number, at(index.match(session, number), mostFound)])),
      ),
    put: (session, contact) =>
      store.transaction(() => {
        begun(session);
        return save(session, contact, false);
      }),
    remove: (session, id) =>
      store.transaction(() => {
        begun(session);
        const row = byId.get(session, id);
        if (row === undefined) return undefined;
        const contact = toContact(row);
        return contact.deleted === true ? contact : save(session, contact, true);
      }),
    activities: (session, id) => read(session, () => activities.of(session, id)),
    clear(session) {
      clear.run(session);
      index.clear(session);
      activities.clear(session);
    },
  };
}

function toContact({ contact, changed, deleted }: Row): Contact {
  const lasting = JSON.parse(contact) as Contact;
  return { ...lasting, ...(deleted === 1 && { deleted: true }), updatedAt: changed };
}
