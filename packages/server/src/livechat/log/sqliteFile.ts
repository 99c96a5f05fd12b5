import Database from 'libsql';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { sqliteSchema, sqliteSchemaVersion } from './sqliteSchema.js';

/** What SQLite keeps as it is. Nothing else may be bound: libsql ends the whole process at a boolean. */
export type SqliteValue = string | number | null;

/** A prepared statement, with the types of its parameters and its rows. */
export interface SqliteStatement<Parameters extends readonly SqliteValue[], Row> {
  /** The number of the row that was inserted last, and how many changed. */
  run(...parameters: Parameters): { readonly changes: number; readonly lastInsertRowid: number };
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): readonly Row[];
}

/** An open SQLite file. */
export interface SqliteFile {
  /** The file's own name, whatever way leads to it. */
  readonly path: string;
  prepare<Parameters extends readonly SqliteValue[], Row = never>(
    sql: string,
  ): SqliteStatement<Parameters, Row>;
  readonly inTransaction: () => boolean;
  close(): void;
}

/** How long opening waits for another process that makes the tables. */
const openingMs = 5_000;
/** How long a write blocks for another process that writes. Not long: it blocks the loop, and is tried again by a timer. */
const busyMs = 5;

/**
 * Opens the file, and creates it with its folder and tables where it is missing; for this user's eyes only.
 *
 * @throws Error that names the file, when it can't be used
 */
export function openSqliteFile(file: string): SqliteFile {
  const database = open(file);
  try {
    prepareFile(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
  let isOpen = true;
  return {
    path: realpathSync(file),
    prepare<Parameters extends readonly SqliteValue[], Row>(sql: string): SqliteStatement<Parameters, Row> {
      const statement = database.prepare(sql);
      // Statements would outlive the connection, and go on writing.
      const whileOpen = <Result>(work: () => Result): Result => {
        if (!isOpen) throw new Error('The file is closed.');
        return work();
      };
      return {
        run: (...parameters) =>
          whileOpen(() => {
            const { changes, lastInsertRowid } = statement.run(...parameters);
            return { changes, lastInsertRowid: Number(lastInsertRowid) };
          }),
        get: (...parameters) => whileOpen(() => statement.get(...parameters) as Row | undefined),
        all: (...parameters) => whileOpen(() => statement.all(...parameters) as Row[]),
      };
    },
    inTransaction: () => isOpen && database.inTransaction,
    close() {
      if (!isOpen) return;
      isOpen = false;
      try {
        // The file alone has everything then: statements keep SQLite from doing it itself.
        database.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        database.close();
      }
    },
  };
}

const unusable = (file: string, cause: unknown): Error =>
  new Error(`Chats can’t be kept in ${file}. Name another file, or make this one and its folder writable.`, {
    cause,
  });

function open(file: string): Database.Database {
  try {
    const isNew = !existsSync(file);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // The files beside it (-wal, -shm) get the same rights from SQLite.
    closeSync(openSync(file, 'a', 0o600));
    if (isNew) chmodSync(file, 0o600);
    return new Database(file, { timeout: openingMs });
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function prepareFile(database: Database.Database, file: string): void {
  let version: number;
  try {
    // A commit is one append to one file, and readers never wait for a writer.
    database.pragma('journal_mode = WAL');
    // FULL: a commit is on the disk when it returns, so that what was acknowledged outlives a power cut.
    database.pragma('synchronous = FULL');
    // 64 MB at most: the pages of the indexes that live chats write to stay in memory, some 100,000 messages long.
    database.pragma('cache_size = -64000');
    // The WAL goes into the file every 16 MB: a pause of some milliseconds, and what was written often goes once.
    database.pragma('wal_autocheckpoint = 4000');
    database.exec('begin immediate');
    version = versionOf(database);
    if (version === 0) database.exec(`${sqliteSchema}; pragma user_version = ${sqliteSchemaVersion};`);
    database.exec('commit');
    database.pragma(`busy_timeout = ${busyMs}`);
  } catch (cause) {
    throw unusable(file, cause);
  }
  if (version !== 0 && version !== sqliteSchemaVersion) {
    throw new Error(
      `${file} is of another version of the chats’ log. Name another file, or move this one away.`,
    );
  }
}

function versionOf(database: Database.Database): number {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
  return version;
}
