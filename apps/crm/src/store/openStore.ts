import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { schema, schemaVersion } from './schema.js';

/** What SQLite keeps as it is. Nothing else may be bound: libsql ends the whole process at a boolean. */
export type Value = string | number | null;

/** A prepared statement, with the types of its parameters and its rows. */
export interface Statement<Parameters extends readonly Value[], Row> {
  /** How many rows it changed. */
  run(...parameters: Parameters): number;
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): readonly Row[];
}

/** The SQLite file, and what is done with it. */
export interface Store {
  prepare<Parameters extends readonly Value[], Row = never>(sql: string): Statement<Parameters, Row>;
  /** Does all of it or nothing, and nobody else writes meanwhile. Not within another. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** How long a write waits for another process that writes to the same file. */
const patienceMs = 5_000;

/** Opens the file, and creates it with its folder and tables where it is missing. */
export function openStore(file: string): Store {
  const database = open(file);
  const transaction = <Result>(work: () => Result): Result => database.transaction(work).immediate();
  try {
    database.pragma('journal_mode = WAL');
    // With a WAL this loses no transaction when the process dies, only when the machine does.
    database.pragma('synchronous = NORMAL');
    transaction(() => createTables(database, file));
  } catch (error) {
    database.close();
    throw error;
  }
  // Statements would outlive the connection, and go on writing.
  const whileOpen = <Result>(work: () => Result): Result => {
    if (!database.open) throw new Error('The CRM is closed.');
    return work();
  };
  return {
    prepare<Parameters extends readonly Value[], Row>(sql: string): Statement<Parameters, Row> {
      const statement = database.prepare(sql);
      return {
        run: (...parameters) => whileOpen(() => statement.run(...parameters).changes),
        get: (...parameters) => whileOpen(() => statement.get(...parameters) as Row | undefined),
        all: (...parameters) => whileOpen(() => statement.all(...parameters) as Row[]),
      };
    },
    transaction: (work) => whileOpen(() => transaction(work)),
    close() {
      if (!database.open) return;
      // The file alone has everything then: statements keep SQLite from doing it itself.
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

function open(file: string): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new Database(file, { timeout: patienceMs });
  } catch (cause) {
    throw new Error(`The CRM can’t keep its data in ${file}. Name another file, or make this one writable.`, {
      cause,
    });
  }
}

function createTables(database: Database.Database, file: string): void {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
  if (version === schemaVersion) return;
  if (version !== 0) {
    throw new Error(
      `${file} is of another version of the CRM. Delete it: it is made anew at the next start.`,
    );
  }
  database.exec(`${schema}; pragma user_version = ${schemaVersion};`);
}
