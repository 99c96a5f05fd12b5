/** A record on its way into a stream. */
export interface NewRecord {
  /** Unique in its stream; a record whose id is known is not written again. Random when absent. */
  readonly id?: string;
  /** One line of JSON, without number, id and time: the log adds those. */
  readonly data: string;
}

/** What is to be written to one stream. */
export interface Write {
  readonly stream: string;
  /** The number of the stream's last record, 0 when there is none; or it is a conflict. */
  readonly expect?: number;
  readonly records: readonly NewRecord[];
  /** Nothing may come after. */
  readonly final?: boolean;
}

/** Where a record is. */
export interface Written {
  /** 1 for a stream's first record, and one more for each that comes after. */
  readonly seq: number;
  /** Wall-clock milliseconds since 1970. Never goes back in a stream. */
  readonly time: number;
  /** `false` when the id was known: `seq` and `time` are those of the record that has it. */
  readonly first: boolean;
}

/** A record as it is kept. */
export interface Stored {
  readonly seq: number;
  readonly id: string;
  readonly time: number;
  readonly data: string;
}

/** Told of new records of a stream, in order. */
export type RecordListener = (stream: string, records: readonly Stored[]) => void;

/** Told of a text that a node told all. */
export type ToldListener = (topic: string, text: string) => void;

/**
 * What happened, as streams of numbered records: the truth of each chat, of each desk. Several nodes can share one
 * (`redisLog`; `sqliteLog` on one machine); `memoryLog` is one process's own.
 *
 * What a log was not closed for rejects with a `LogError` only.
 */
export interface SessionLog {
  /**
   * Writes to one or more streams: all of it or nothing, durable when it resolves. Writes to the same stream are done in the
   * order given.
   *
   * Safe to ask again with the same record ids after an error: where all records of a write are known, neither `expect` nor
   * a final end stands in its way, and it answers where they are.
   *
   * @throws LogError `conflict`, `closed` or `unavailable`, with the stream; after `unavailable` it may have been written
   * @example
   * const [[written]] = await log.append([{ stream: 'chat:main:4f', records: [{ id: 'm1', data: '{"t":"msg"}' }] }]);
   */
  append(writes: readonly Write[]): Promise<readonly (readonly Written[])[]>;
  /**
   * The records after number `after` (0: from the first), in order, at most `limit`. Of a stream that has a snapshot it may
   * begin later than asked for: then `kept` has what is before.
   */
  read(stream: string, after: number, limit?: number): Promise<readonly Stored[]>;
  /** The number of the stream's last record; 0 when there is none. */
  end(stream: string): Promise<number>;
  /** The names of all streams that begin with `prefix`, sorted. */
  streams(prefix: string): Promise<readonly string[]>;
  /**
   * Tells each record that is written from now on (from when it was ready first, where it wasn't yet), by whatever node: of
   * each stream in order, none twice, none missed. Also one's own, which come before or after `append` resolves. Of a stream that has a snapshot a node that was away for long
   * may miss what the snapshot has: the numbers show it.
   *
   * @returns a function that ends it
   */
  follow(listener: RecordListener): () => void;
  /**
   * Keeps a snapshot of what the stream's records up to `seq` come to; an older one than is kept is dropped. Of streams whose
   * names begin with `desk:` the records up to the snapshot before this one may be forgotten.
   */
  keep(stream: string, seq: number, snapshot: string): Promise<void>;
  /** The latest snapshot. */
  kept(stream: string): Promise<{ readonly seq: number; readonly snapshot: string } | undefined>;
  /** Forgets streams with all that they have. Whoever writes to one of them again begins at 1. */
  forget(streams: readonly string[]): Promise<void>;
  /**
   * Small values that nodes agree on: `true` when the value was `expected` (`undefined`: absent) and is `next` now
   * (`undefined`: removed). Durable. It is gone `ttlMs` later; `Infinity` keeps it.
   */
  swap(key: string, expected: string | undefined, next: string | undefined, ttlMs: number): Promise<boolean>;
  value(key: string): Promise<string | undefined>;
  /** Tells all nodes, this one too, what need not be kept. Lost where a node is away. */
  tell(topic: string, text: string): void;
  /** @returns a function that ends it */
  onTold(listener: ToldListener): () => void;
  /** Says that a node lives: it does until `ms` later. 0 says that it is gone. */
  beat(node: string, ms: number): Promise<void>;
  /** The nodes that live, sorted. */
  alive(): Promise<readonly string[]>;
  /** Why nothing can be written now; nothing when it can. Never rejects. */
  ready(): Promise<string | undefined>;
  /** What whoever runs it should know, though it works: such as how long Redis may lose what it has taken. Never rejects. */
  notes(): Promise<readonly string[]>;
  /** Writes what was asked for before, then lets go of files, connections and timers. */
  close(): Promise<void>;
}
