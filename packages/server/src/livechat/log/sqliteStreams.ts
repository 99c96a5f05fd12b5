import { noStream, type AppendPlan, type StreamEnd, type StreamIndex } from './planAppend.js';
import { type Stored } from './sessionLog.js';
import { snapshotsCut } from './snapshotsCut.js';
import { type SqliteFile } from './sqliteFile.js';

/** A record of any stream. */
export interface FoundRecord extends Stored {
  /** Its place among the records of all streams. */
  readonly n: number;
  readonly stream: string;
}

/** The streams in a file. What changes something runs in a transaction. */
export interface SqliteStreams extends StreamIndex {
  /** Writes a plan. @returns the place of its last record, or nothing where it has none */
  write(plan: AppendPlan): number | undefined;
  read(stream: string, after: number, limit: number): readonly Stored[];
  /** The number of a stream's last record, as it is in the file now. */
  lastOf(stream: string): number;
  names(prefix: string): readonly string[];
  keep(stream: string, seq: number, snapshot: string): void;
  kept(stream: string): { readonly seq: number; readonly snapshot: string } | undefined;
  forget(stream: string): void;
  /** The place of the newest record. */
  newest(): number;
  /** The records after a place, in order. */
  since(n: number, limit: number): readonly FoundRecord[];
  /** What is known of the ends is not true any more: somebody else has written, or a transaction was rolled back. */
  forgetEnds(): void;
}

interface KnownEnd extends StreamEnd {
  readonly k: number;
}

const mostEnds = 50_000;

/** Prepares all statements once. */
export function sqliteStreams(file: SqliteFile): SqliteStreams {
  const endOf = file.prepare<[string], { k: number; last: number; time: number; final: number }>(
    'select k, last, time, final from streams where name = ?',
  );
  const addStream = file.prepare<[string, number, number, number]>(
    'insert into streams (name, last, time, final) values (?, ?, ?, ?)',
  );
  const setEnd = file.prepare<[number, number, number, number]>(
    'update streams set last = ?, time = ?, final = ? where k = ?',
  );
  const find = file.prepare<[number, string], { seq: number; time: number }>(
    'select seq, time from records where stream = ? and id = ?',
  );
  const add = file.prepare<[number, number, string, number, string]>(
    'insert into records (stream, seq, id, time, data) values (?, ?, ?, ?, ?)',
  );
  const read = file.prepare<[number, number, number], Stored>(
    'select seq, id, time, data from records where stream = ? and seq > ? order by seq limit ?',
  );
  // The greatest character there is, behind the prefix, is behind all names that begin with it.
  const names = file.prepare<[string, string], { name: string }>(
    'select name from streams where name >= ? and name < ? || char(1114111) order by name',
  );
  const kept = file.prepare<[string], { seq: number | null; snapshot: string | null }>(
    'select snapshot_seq as seq, snapshot from streams where name = ?',
  );
  const keep = file.prepare<[number, string, number]>(
    'update streams set snapshot_seq = ?, snapshot = ? where k = ?',
  );
  const cut = file.prepare<[number, number]>('delete from records where stream = ? and seq <= ?');
  const removeRecords = file.prepare<[number]>('delete from records where stream = ?');
  const removeStream = file.prepare<[number]>('delete from streams where k = ?');
  const newest = file.prepare<[], { n: number }>(
    "select coalesce((select seq from sqlite_sequence where name = 'records'), 0) as n",
  );
  const since = file.prepare<[number, number], FoundRecord>(
    `select n, streams.name as stream, seq, id, records.time as time, data
      from records join streams on streams.k = records.stream where n > ? order by n limit ?`,
  );

  /** Spares looking up the ends of streams that are written to again and again. */
  const ends = new Map<string, KnownEnd>();

  function known(name: string): KnownEnd | undefined {
    const end = ends.get(name);
    if (end !== undefined) return end;
    const row = endOf.get(name);
    if (row === undefined) return undefined;
    return remember(name, { k: row.k, last: row.last, time: row.time, final: row.final === 1 });
  }

  function remember(name: string, end: KnownEnd): KnownEnd {
    if (ends.size >= mostEnds) ends.clear();
    ends.set(name, end);
    return end;
  }

  function setEndOf(name: string, { last, time, final }: StreamEnd): number {
    const before = known(name);
    const flag = final ? 1 : 0;
    if (before !== undefined) setEnd.run(last, time, flag, before.k);
    const k = before?.k ?? addStream.run(name, last, time, flag).lastInsertRowid;
    remember(name, { k, last, time, final });
    return k;
  }

  return {
    end: (name) => known(name) ?? noStream,

    find(name, id) {
      const end = known(name);
      return end === undefined || end.last === 0 ? undefined : find.get(end.k, id);
    },

    write(plan) {
      const keys = new Map([...plan.ends].map(([name, end]) => [name, setEndOf(name, end)]));
      let n: number | undefined;
      for (const { stream, record } of plan.records) {
        const { seq, id, time, data } = record;
        n = add.run(keys.get(stream) ?? 0, seq, id, time, data).lastInsertRowid;
      }
      return n;
    },

    // Asked of the file: another process may have begun the stream anew.
    read(name, after, limit) {
      const row = endOf.get(name);
      return row === undefined ? [] : read.all(row.k, after, limit);
    },

    lastOf: (name) => endOf.get(name)?.last ?? 0,

    names: (prefix) => names.all(prefix, prefix).map(({ name }) => name),

    keep(name, seq, snapshot) {
      const k = known(name)?.k ?? setEndOf(name, noStream);
      const before = kept.get(name)?.seq ?? 0;
      if (seq < before) return;
      keep.run(seq, snapshot, k);
      if (snapshotsCut(name)) cut.run(k, before);
    },

    kept(name) {
      const { seq, snapshot } = kept.get(name) ?? { seq: null, snapshot: null };
      return seq === null || snapshot === null ? undefined : { seq, snapshot };
    },

    forget(name) {
      const end = known(name);
      ends.delete(name);
      if (end === undefined) return;
      removeRecords.run(end.k);
      removeStream.run(end.k);
    },

    newest: () => newest.get()?.n ?? 0,

    since: (n, limit) => since.all(n, limit),

    forgetEnds: () => ends.clear(),
  };
}
