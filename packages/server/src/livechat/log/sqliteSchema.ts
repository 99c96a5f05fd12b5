/** Told apart by SQLite's `user_version`; raise it with every change of the tables. */
export const sqliteSchemaVersion = 1;

/**
 * All tables. `records.n` numbers the records of all streams in the order in which they were committed (SQLite lets one
 * write at a time): who follows only keeps the last number it has seen. It must never be given twice, not even after
 * records were forgotten: hence `autoincrement`.
 */
export const sqliteSchema = `
  create table streams (
    k integer primary key,
    name text not null unique,
    last integer not null,
    time integer not null,
    final integer not null,
    snapshot_seq integer,
    snapshot text
  ) strict;

  create table records (
    n integer primary key autoincrement,
    stream integer not null,
    seq integer not null,
    id text not null,
    time integer not null,
    data text not null,
    unique (stream, seq),
    unique (stream, id)
  ) strict;

  create table swaps (
    key text primary key,
    value text not null,
    until integer not null
  ) strict, without rowid;
  create index swaps_by_end on swaps (until);

  create table beats (
    node text primary key,
    until integer not null
  ) strict, without rowid;

  create table told (
    n integer primary key autoincrement,
    process text not null,
    topic text not null,
    text text not null,
    time integer not null
  ) strict;

  create table probe (k integer primary key, tries integer not null) strict;
`;
