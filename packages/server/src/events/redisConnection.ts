import { Redis } from 'ioredis';
import { type Clock } from '../clock.js';
import { EventLogError } from './eventLogError.js';

/** What a connection needs. */
export interface RedisConnectionOptions {
  readonly url: string;
  /** What Redis lists the connection as. */
  readonly name: string;
  readonly clock: Clock;
  /** How long a command may wait for a connection that is being made anew, in milliseconds. */
  readonly waitMs: number;
  /** How long a command may take; none for one that blocks. */
  readonly commandMs?: number;
  /** A connection without a word for so long is dead, in milliseconds. */
  readonly silentMs: number;
  /** Told of each failure in a word, such as `ECONNREFUSED` or `WRONGPASS`. */
  readonly failed: (reason: string) => void;
}

/** A connection that comes back by itself, and never does later what it was asked before it broke. */
export interface RedisConnection {
  /** Runs a command, and waits a while for a connection. @throws EventLogError `unavailable` or `closed` */
  run<T>(command: (redis: Redis) => Promise<T>): Promise<T>;
  /** Resolves when it is connected, or closed. */
  connected(): Promise<void>;
  isReady(): boolean;
  close(): void;
}

/** Connects to Redis, and again whenever the connection breaks. */
export function redisConnection({
  url,
  name,
  clock,
  waitMs,
  commandMs,
  silentMs,
  failed,
}: RedisConnectionOptions): RedisConnection {
  const redis = new Redis(url, {
    connectionName: name,
    // A command whose caller has been told that it failed must not reach Redis later: nothing is queued or sent again.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    disconnectTimeout: 500,
    retryStrategy: (times) => Math.min(25 * 2 ** Math.min(times, 6), 1_000),
    socketTimeout: silentMs,
  });
  let closed = false;
  let waiting = new Set<() => void>();

  function wake(): void {
    const woken = waiting;
    waiting = new Set();
    for (const tell of woken) tell();
  }

  redis.on('ready', wake);
  redis.on('error', (error: unknown) => failed(reasonOf(error)));

  // Between the end that Redis made and ours it calls itself ready still, and takes nothing.
  const isReady = (): boolean => redis.status === 'ready' && redis.stream.writable;

  function connected(): Promise<void> {
    return isReady() || closed ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve));
  }

  function connectedInTime(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done);
        cancel();
        resolve();
      };
      const cancel = clock.setTimeout(done, waitMs);
      waiting.add(done);
    });
  }

  function inTime<T>(work: Promise<T>): Promise<T> {
    if (commandMs === undefined) return work;
    return new Promise((resolve, reject) => {
      const cancel = clock.setTimeout(() => reject(new Error('TIMEOUT')), commandMs);
      work.then(resolve, reject).finally(cancel);
    });
  }

  return {
    async run(command) {
      if (!isReady() && !closed) await connectedInTime();
      if (closed) throw new EventLogError('closed');
      if (!isReady()) throw new EventLogError('unavailable');
      try {
        return await inTime(command(redis));
      } catch (error) {
        // The error itself has the command's arguments in it: people's names, perhaps a password.
        failed(reasonOf(error));
        throw new EventLogError('unavailable');
      }
    },
    connected,
    isReady,
    close() {
      closed = true;
      redis.disconnect();
      wake();
    },
  };
}

/** The error's code, or the word that Redis begins its errors with. Its text can quote what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]{3,}\b/.exec(error.message)?.[0] ?? error.name;
}
