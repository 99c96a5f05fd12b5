import { type Clock } from '../../clock.js';
import { LogError } from './logError.js';

/** What `groupCommit` needs of a store that commits one transaction at a time. */
export interface CommitStore {
  /** @throws an error that `isBusy` knows, when somebody else is writing */
  begin(): void;
  /** Durable when it returns. */
  commit(): void;
  rollback(): void;
  isBusy(error: unknown): boolean;
}

/** Options of `groupCommit`. */
export interface GroupCommitOptions {
  readonly store: CommitStore;
  readonly clock: Clock;
  /** Told when a transaction failed. */
  readonly failed: (error: unknown) => void;
  /** Called when something was committed, before anybody is told so. */
  readonly committed: () => void;
}

/** Writes that wait to be committed together. */
export interface GroupCommit {
  /**
   * Does the work in one of the next transactions, and resolves when it is durable. A `LogError` that it throws before it
   * has written anything rejects it alone.
   *
   * @param weight about how many rows it writes
   */
  run<Result>(work: () => Result, weight: number): Promise<Result>;
  /** Commits what waits, at once; what is asked for later is refused. */
  close(): void;
}

interface Job {
  readonly work: () => unknown;
  readonly weight: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: LogError) => void;
}

/** So many rows at most go into one transaction: the loop is free again after some milliseconds. */
const sliceWeight = 250;
/** So many wait at most. More would only wait to be too late: whoever asks is told at once, and asks again. */
const mostWaiting = 50_000;
/** It is tried again after so long, then after twice that, and so on up to the longest. */
const busyRetryMs = 5;
const longestRetryMs = 100;
/** So long at most is waited after a commit for others to join the next. */
const longestRestMs = 8;
/** How long others may write before those who wait are told. */
const patienceMs = 5_000;

/**
 * Commits all that waits in one transaction, a slice at a time: an fsync serves all who wait for it, and the loop serves
 * others between two slices. What a transaction fails at is tried anew one by one: a failing write fails nobody else's.
 */
export function groupCommit({ store, clock, failed, committed }: GroupCommitOptions): GroupCommit {
  let waiting: Job[] = [];
  let scheduled = false;
  let closed = false;
  let busySince: number | undefined;
  let retryMs = busyRetryMs;
  /** So many of the first in line are tried alone. */
  let alone = 0;
  /** When the next may begin: the disk takes half of the loop's time at most, and an fsync serves the more. */
  let restUntil = -Infinity;

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    const restMs = restUntil - clock.monotonic();
    if (restMs >= 1) clock.setTimeout(flush, restMs);
    else setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    if (waiting.length === 0) return;
    try {
      store.begin();
    } catch (error) {
      waitFor(error);
      return;
    }
    busySince = undefined;
    retryMs = busyRetryMs;
    const begun = clock.monotonic();
    commitSlice(takeSlice());
    const ended = clock.monotonic();
    restUntil = ended + Math.min(longestRestMs, ended - begun);
    schedule();
  }

  function waitFor(error: unknown): void {
    busySince ??= clock.monotonic();
    if (store.isBusy(error) && !closed && clock.monotonic() - busySince < patienceMs) {
      scheduled = true;
      clock.setTimeout(flush, retryMs);
      retryMs = Math.min(longestRetryMs, 2 * retryMs);
      return;
    }
    busySince = undefined;
    retryMs = busyRetryMs;
    failed(error);
    const refused = waiting;
    waiting = [];
    alone = 0;
    for (const { reject } of refused) reject(new LogError('unavailable'));
  }

  function takeSlice(): Job[] {
    let weight = 0;
    let count = 0;
    for (const job of waiting) {
      weight += job.weight;
      if (count > 0 && (alone > 0 || weight > sliceWeight)) break;
      count += 1;
    }
    alone = Math.max(0, alone - 1);
    return waiting.splice(0, count);
  }

  function commitSlice(slice: readonly Job[]): void {
    const answers: (() => void)[] = [];
    try {
      for (const { work, resolve, reject } of slice) {
        try {
          const result = work();
          answers.push(() => resolve(result));
        } catch (error) {
          if (!(error instanceof LogError)) throw error;
          answers.push(() => reject(error));
        }
      }
      store.commit();
    } catch (error) {
      store.rollback();
      if (slice.length > 1) {
        waiting = [...slice, ...waiting];
        alone += slice.length;
        return;
      }
      failed(error);
      slice[0]?.reject(new LogError('unavailable'));
      return;
    }
    committed();
    for (const answer of answers) answer();
  }

  return {
    run<Result>(work: () => Result, weight: number): Promise<Result> {
      if (closed || waiting.length >= mostWaiting) return Promise.reject(new LogError('unavailable'));
      return new Promise<Result>((resolve, reject) => {
        waiting.push({ work, weight, resolve: (result) => resolve(result as Result), reject });
        schedule();
      });
    },
    close() {
      closed = true;
      while (waiting.length > 0) flush();
    },
  };
}
