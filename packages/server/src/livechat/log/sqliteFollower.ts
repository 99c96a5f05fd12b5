import { type Broadcast } from './broadcast.js';
import { type Stored } from './sessionLog.js';
import { type SqliteFile } from './sqliteFile.js';
import { type SqliteStreams } from './sqliteStreams.js';
import { type SqliteValues } from './sqliteValues.js';

/** What the follower needs. */
export interface SqliteFollowerOptions {
  readonly file: SqliteFile;
  readonly streams: SqliteStreams;
  readonly values: SqliteValues;
  /** What this process tells others is marked with. */
  readonly process: string;
  readonly records: Broadcast<[stream: string, records: readonly Stored[]]>;
  readonly told: Broadcast<[topic: string, text: string]>;
}

/** Tells what was written to the file, in the order of the commits: one's own and that of others. */
export interface SqliteFollower {
  /** In a transaction: tells all that others have written before. */
  catchUp(): void;
  /** In a transaction: what it writes. @param n the place of the last of these records */
  written(records: ReadonlyMap<string, readonly Stored[]>, n: number | undefined): void;
  committed(): void;
  rolledBack(): void;
  /** Outside of transactions: tells what others have written. @returns whether there is more */
  look(): boolean;
}

const pageSize = 500;

/** It knows nothing but its place: the number of the last record that was told. */
export function sqliteFollower(options: SqliteFollowerOptions): SqliteFollower {
  const { file, streams, values, process, records, told } = options;
  // Changes when another connection has committed, and only then.
  const dataVersion = file.prepare<[], { data_version: number }>('pragma data_version');
  const versionNow = (): number => dataVersion.get()?.data_version ?? 0;
  let version = versionNow();
  let place = streams.newest();
  let toldPlace = values.newestTold();
  let isBehind = false;
  let own: (readonly [stream: string, records: readonly Stored[]])[] = [];
  let ownPlace: number | undefined;

  function tellPage(): void {
    const page = streams.since(place, pageSize);
    let run: Stored[] = [];
    for (const [at, { n, stream, ...record }] of page.entries()) {
      run.push({ seq: record.seq, id: record.id, time: record.time, data: record.data });
      place = n;
      if (page[at + 1]?.stream === stream) continue;
      records.push(stream, run);
      run = [];
    }
    isBehind = page.length === pageSize;
  }

  function look(): boolean {
    const seen = versionNow();
    if (seen === version && !isBehind) return false;
    streams.forgetEnds();
    tellPage();
    for (const { n, topic, text } of values.toldSince(toldPlace, process)) {
      toldPlace = n;
      told.push(topic, text);
    }
    // Last: what failed is looked for again.
    version = seen;
    return isBehind;
  }

  return {
    catchUp() {
      while (look());
    },
    written(added, n) {
      own.push(...added);
      ownPlace = n ?? ownPlace;
    },
    committed() {
      place = ownPlace ?? place;
      for (const [stream, added] of own) records.push(stream, added);
      own = [];
      ownPlace = undefined;
    },
    rolledBack() {
      own = [];
      ownPlace = undefined;
    },
    look,
  };
}
