import type { Store } from '../store/openStore.js';

/** One row: what is kept under a key. */
export interface Row<Entry> {
  readonly id: string;
  readonly key: string;
  readonly entry: Entry;
  /** How many writes made it what it is; one that came twice counts once. */
  readonly updates: number;
  /** Wall-clock milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A write, as often as it may be tried: `writeId` is the same each time. */
export interface Write<Entry> {
  readonly session: string;
  readonly key: string;
  readonly writeId: string;
  readonly entry: Entry;
}

/** Entries of one kind, one row for each key, however often and in whatever order the writes come. */
export interface Ledger<Entry> {
  /** Adds to what is kept under the key, and tells the row's id. The same `writeId` again changes nothing. */
  write(write: Write<Entry>): string;
  /** In the order in which they were first written. */
  rows(session: string): readonly Row<Entry>[];
  ofContact(session: string, contactId: string): readonly Row<Entry>[];
  withVendorId(session: string, vendorId: string): readonly Row<Entry>[];
  /** Within a transaction. */
  clear(session: string): void;
}

export interface LedgerOptions<Entry> {
  readonly store: Store;
  readonly now: () => number;
  readonly kind: 'call' | 'messages';
  readonly merge: (known: Entry | undefined, write: Entry) => Entry;
  /** By which ids of the vendor's it is found. */
  readonly vendorIds: (entry: Entry, key: string) => readonly string[];
}

interface Stored {
  readonly n: number;
  readonly key: string;
  readonly entry: string;
  readonly updates: number;
  readonly created: number;
  readonly changed: number;
}

export function createLedger<Entry extends { readonly contactId?: string }>({
  store,
  now,
  kind,
  merge,
  vendorIds,
}: LedgerOptions<Entry>): Ledger<Entry> {
  const select = 'select n, key, entry, updates, created, changed from entries';
  const bySession = store.prepare<[session: string, kind: string], Stored>(
    `${select} where session = ? and kind = ? order by n`,
  );
  const byKey = store.prepare<[session: string, kind: string, key: string], Stored>(
    `${select} where session = ? and kind = ? and key = ?`,
  );
  const byContact = store.prepare<[session: string, kind: string, contactId: string], Stored>(
    `${select} where session = ? and kind = ? and contact_id = ? order by n`,
  );
  const byVendorId = store.prepare<[session: string, kind: string, vendorId: string], Stored>(
    `${select} where n in (select n from entry_ids where session = ? and kind = ? and vendor_id = ?) order by n`,
  );
  const upsert = store.prepare<
    [
      session: string,
      kind: string,
      key: string,
      contactId: string | null,
      entry: string,
      at: number,
      at: number,
    ],
    { readonly n: number }
  >(
    `insert into entries (session, kind, key, contact_id, entry, updates, created, changed)
     values (?, ?, ?, ?, ?, 1, ?, ?)
     on conflict (session, kind, key) do update
     set contact_id = excluded.contact_id, entry = excluded.entry, updates = updates + 1, changed = excluded.changed
     returning n`,
  );
  const wasWritten = store.prepare<[n: number, writeId: string], { readonly n: number }>(
    'select n from entry_writes where n = ? and write_id = ?',
  );
  const addWrite = store.prepare<[n: number, writeId: string]>(
    'insert into entry_writes (n, write_id) values (?, ?)',
  );
  const addVendorId = store.prepare<[session: string, kind: string, vendorId: string, n: number]>(
    'insert or ignore into entry_ids (session, kind, vendor_id, n) values (?, ?, ?, ?)',
  );
  const clearing = [
    'delete from entry_writes where n in (select n from entries where session = ? and kind = ?)',
    'delete from entry_ids where session = ? and kind = ?',
    'delete from entries where session = ? and kind = ?',
  ].map((sql) => store.prepare<[session: string, kind: string]>(sql));

  const toRow = ({ n, key, entry, updates, created, changed }: Stored): Row<Entry> => ({
    id: String(n),
    key,
    entry: JSON.parse(entry) as Entry,
    updates,
    createdAt: created,
    updatedAt: changed,
  });

  return {
    write: ({ session, key, writeId, entry }) =>
      store.transaction(() => {
        const known = byKey.get(session, kind, key);
        if (known !== undefined && wasWritten.get(known.n, writeId) !== undefined) return String(known.n);
        const merged = merge(known && toRow(known).entry, entry);
        const at = now();
        const row = upsert.get(session, kind, key, merged.contactId ?? null, JSON.stringify(merged), at, at);
        if (row === undefined) throw new Error('SQLite returned no row for an entry.');
        addWrite.run(row.n, writeId);
        for (const id of vendorIds(merged, key)) addVendorId.run(session, kind, id, row.n);
        return String(row.n);
      }),
    rows: (session) => bySession.all(session, kind).map(toRow),
    ofContact: (session, contactId) => byContact.all(session, kind, contactId).map(toRow),
    withVendorId: (session, vendorId) => byVendorId.all(session, kind, vendorId).map(toRow),
    clear(session) {
      for (const statement of clearing) statement.run(session, kind);
    },
  };
}
