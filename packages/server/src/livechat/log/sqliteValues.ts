import { type SqliteFile } from './sqliteFile.js';

/** Values, beats and tellings in a file. What changes something runs in a transaction. */
export interface SqliteValues {
  swap(key: string, expected: string | undefined, next: string | undefined, ttlMs: number): boolean;
  value(key: string): string | undefined;
  beat(node: string, ms: number): void;
  alive(): readonly string[];
  tell(process: string, topic: string, text: string): void;
  /** What other processes have told after a place. */
  toldSince(
    n: number,
    process: string,
  ): readonly { readonly n: number; readonly topic: string; readonly text: string }[];
  newestTold(): number;
  /** Writes something, so that it is known whether that can be. */
  probe(): void;
}

/** What others have told is read at once; so long it waits for a process that was stopped. */
const keepToldMs = 10_000;

/** Prepares all statements once. @param now wall-clock milliseconds, which the processes of a machine share */
export function sqliteValues(file: SqliteFile, now: () => number): SqliteValues {
  const get = file.prepare<[string, number], { value: string }>(
    'select value from swaps where key = ? and until > ?',
  );
  const set = file.prepare<[string, string, number]>(
    'insert or replace into swaps (key, value, until) values (?, ?, ?)',
  );
  const remove = file.prepare<[string]>('delete from swaps where key = ?');
  const sweepValues = file.prepare<[number]>('delete from swaps where until <= ?');
  const beat = file.prepare<[string, number]>('insert or replace into beats (node, until) values (?, ?)');
  const sweepBeats = file.prepare<[number]>('delete from beats where until <= ?');
  const alive = file.prepare<[number], { node: string }>(
    'select node from beats where until > ? order by node',
  );
  const tell = file.prepare<[string, string, string, number]>(
    'insert into told (process, topic, text, time) values (?, ?, ?, ?)',
  );
  const sweepTold = file.prepare<[number]>('delete from told where time < ?');
  const toldSince = file.prepare<[number, string], { n: number; topic: string; text: string }>(
    'select n, topic, text from told where n > ? and process <> ? order by n',
  );
  const newestTold = file.prepare<[], { n: number }>(
    "select coalesce((select seq from sqlite_sequence where name = 'told'), 0) as n",
  );
  const probe = file.prepare<[]>(
    'insert into probe (k, tries) values (1, 1) on conflict (k) do update set tries = tries + 1',
  );

  return {
    swap(key, expected, next, ttlMs) {
      if (get.get(key, now())?.value !== expected) return false;
      if (next === undefined) remove.run(key);
      else set.run(key, next, Math.min(Number.MAX_SAFE_INTEGER, Math.ceil(now() + ttlMs)));
      return true;
    },
    value: (key) => get.get(key, now())?.value,
    beat(node, ms) {
      beat.run(node, Math.ceil(now() + ms));
      // What is over goes with the beats: they come regularly.
      sweepBeats.run(now());
      sweepValues.run(now());
      sweepTold.run(now() - keepToldMs);
    },
    alive: () => alive.all(now()).map(({ node }) => node),
    tell: (process, topic, text) => void tell.run(process, topic, text, now()),
    toldSince: (n, process) => toldSince.all(n, process),
    newestTold: () => newestTold.get()?.n ?? 0,
    probe: () => void probe.run(),
  };
}
