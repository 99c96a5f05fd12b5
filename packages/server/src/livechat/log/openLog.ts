import { fileURLToPath } from 'node:url';
import { systemClock, type Clock } from '../../clock.js';
import { memoryLog } from './memoryLog.js';
import { type SessionLog } from './sessionLog.js';
import { tellNotes } from './tellNotes.js';

/** Options of `openLog`. */
export interface OpenLogOptions {
  /** `file:…`, `sqlite:…` or a path: an SQLite file. */
  readonly databaseUrl?: string | undefined;
  /** `redis://…` or `rediss://…`. Goes before `databaseUrl`. */
  readonly redisUrl?: string | undefined;
  /** Told in plain words where chats are kept, and what to know of that. Never has a URL or a password in it. */
  readonly tell: (text: string) => void;
  /** Told in a word when something failed. */
  readonly onFailure?: (reason: string) => void;
  readonly clock?: Clock;
}

/**
 * Opens the log that the settings name: Redis, else an SQLite file, else this process's memory.
 *
 * @throws Error in plain words, when a database isn't one that chats can be kept in, or can't be opened
 * @example
 * const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
 * const log = await openLog({ databaseUrl, redisUrl, tell: (text) => process.stderr.write(`${text}\n`) });
 */
export async function openLog({
  databaseUrl = '',
  redisUrl = '',
  tell,
  onFailure,
  clock = systemClock,
}: OpenLogOptions): Promise<SessionLog> {
  const options = { clock, ...(onFailure === undefined ? {} : { onFailure }) };
  let log: SessionLog;
  if (redisUrl !== '') {
    if (!/^rediss?:\/\//.test(redisUrl))
      throw new Error('REDIS_URL is no address of a Redis: it begins with redis:// or rediss://.');
    // Loaded when it is needed: a node on SQLite starts without it, and sooner.
    const { redisLog } = await import('./redisLog.js');
    log = redisLog({ url: redisUrl, ...options });
    tell('Chats are kept in Redis.');
    if (databaseUrl !== '') tell('DATABASE_URL is not used: REDIS_URL goes before it.');
  } else if (databaseUrl === '') {
    log = memoryLog(options);
  } else {
    const file = sqliteFileOf(databaseUrl);
    log = await openSqlite(file, options);
    tell(`Chats are kept in ${file}.`);
  }
  const stop = tellNotes(log, tell, clock);
  return {
    ...log,
    close() {
      stop();
      return log.close();
    },
  };
}

/** Loaded when it is needed: SQLite comes with a native part, which isn't there for every machine. */
async function openSqlite(
  file: string,
  options: { readonly clock: Clock; readonly onFailure?: (reason: string) => void },
): Promise<SessionLog> {
  const { sqliteLog } = await import('./sqliteLog.js').catch((cause: unknown) => {
    throw new Error('There is no SQLite for this machine. Set REDIS_URL instead of DATABASE_URL.', { cause });
  });
  return sqliteLog({ file, ...options });
}

/** The file that a database's address names. */
function sqliteFileOf(url: string): string {
  if (/^file:\/\//i.test(url)) return fileURLToPath(url);
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]+):(.*)$/i.exec(url) ?? [];
  if (scheme === undefined) return url;
  const isSqlite = /^(file|sqlite|sqlite3)$/i.test(scheme);
  const file = rest.replace(/^\/\//, '').replace(/\?.*$/, '');
  if (!isSqlite || file === '' || file === ':memory:') {
    throw new Error(
      'DATABASE_URL names no SQLite file: write file:/folder/chats.db, or set REDIS_URL instead.',
    );
  }
  return file;
}
