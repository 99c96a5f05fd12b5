/** What an outbox keeps of one entry. */
export interface Row<T> {
  /** The order in which entries came; given by the store. */
  readonly seq?: number;
  readonly key: string;
  /** Another one for each other value. */
  readonly id: string;
  readonly value: T;
  /** How often sending it has failed. */
  readonly attempt: number;
  readonly status: 'waiting' | 'failed' | 'delivered';
  /** When it may be sent, in wall-clock milliseconds. Only the first entry of a key has it. */
  readonly dueAt?: number;
  /** With merge: the id of the other store's entry that this one began with. */
  readonly onto?: string;
  /** When its status became what it is. */
  readonly at: number;
}

/** The rows, as one transaction sees them. Nothing else may be waited for in it. */
export interface Rows<T> {
  /** The newest of a key. */
  last(key: string): Promise<Row<T> | undefined>;
  /** The oldest of a key that waits. */
  head(key: string): Promise<Row<T> | undefined>;
  /** How many of a key wait. */
  waiting(key: string): Promise<number>;
  put(row: Row<T>): Promise<unknown>;
  delete(row: Row<T>): Promise<unknown>;
}

/** Where an outbox keeps its rows: many may be there, so that none of this reads them all. */
export interface RowStore<T> {
  transact<R>(work: (rows: Rows<T>) => Promise<R>): Promise<R>;
  /** Keys whose first entry may be sent by then. */
  due(until: number, limit: number): Promise<readonly string[]>;
  /** When the next one may be sent. */
  nextDue(): Promise<number | undefined>;
  count(status: Row<T>['status']): Promise<number>;
  /** Lets whatever waits be sent at once, and what has failed as well where that is asked. */
  hurry(now: number, failedToo: boolean): Promise<void>;
  /** Forgets what was delivered before that. */
  prune(before: number): Promise<void>;
  close(): void;
}
