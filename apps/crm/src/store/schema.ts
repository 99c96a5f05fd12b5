/** Told apart by SQLite's `user_version`; raise it with every change of the tables. */
export const schemaVersion = 1;

/**
 * All tables. What is searched for is a column, the rest of a contact or an entry is one JSON document: the shapes
 * belong to the API, and SQLite need not know them.
 */
export const schema = `
  create table contacts (
    n integer primary key autoincrement,
    session text not null,
    id text not null,
    contact text not null,
    changed integer not null,
    deleted integer not null,
    unique (session, id)
  ) strict;
  create index contacts_in_order on contacts (session, n);
  create index contacts_by_change on contacts (session, changed);

  create table contact_words (
    session text not null,
    word text not null,
    n integer not null,
    primary key (session, word, n)
  ) strict, without rowid;
  create index contact_words_of on contact_words (n);

  create table contact_numbers (
    session text not null,
    tail text not null,
    n integer not null,
    number text not null,
    digits text not null,
    primary key (session, tail, n, number)
  ) strict, without rowid;
  create index contact_numbers_of on contact_numbers (n);

  create table activities (
    session text not null,
    contact_id text not null,
    id text not null,
    subject text not null,
    time integer not null,
    primary key (session, contact_id, id)
  ) strict, without rowid;

  create table entries (
    n integer primary key autoincrement,
    session text not null,
    kind text not null,
    key text not null,
    contact_id text,
    entry text not null,
    updates integer not null,
    created integer not null,
    changed integer not null,
    unique (session, kind, key)
  ) strict;
  create index entries_by_contact on entries (session, kind, contact_id);

  create table entry_writes (
    n integer not null,
    write_id text not null,
    primary key (n, write_id)
  ) strict, without rowid;

  create table entry_ids (
    session text not null,
    kind text not null,
    vendor_id text not null,
    n integer not null,
    primary key (session, kind, vendor_id, n)
  ) strict, without rowid;
`;
