import { attempt } from './attempt.js';

/** Something that has to tell its listeners about a commit. */
export interface Teller {
  /** Lower ranks are told first, so that whatever derives from them is told after them, and once. */
  readonly rank: number;
  tell(): void;
}

/**
 * One commit after another: first all values are set, then each changed teller tells once, in order of rank.
 * Work asked for inside a commit waits behind it.
 */
export interface Batch {
  /** The sequence number of the commit at work, or of the last one. */
  readonly seq: number;
  /** Runs `work` as the next commit; `after` runs when everybody has been told. */
  commit(work: (seq: number) => void, after?: () => void): void;
  /** Asks that this teller tells in the commit at work, or else in one of its own. */
  mark(teller: Teller): void;
}

export function createBatch(): Batch {
  let seq = 0;
  let busy = false;
  /** The rank that is being told. News for this or a lower one comes too late for the commit at work, if there is one. */
  let telling = Infinity;
  const waiting: (() => void)[] = [];
  const marked: Set<Teller>[] = [];

  function tellAll(): void {
    for (telling = 0; telling < marked.length; telling += 1) {
      const tellers = marked[telling];
      if (tellers === undefined || tellers.size === 0) continue;
      marked[telling] = new Set();
      // A projection of the app's may throw.
      for (const teller of tellers) attempt(() => teller.tell());
    }
    telling = Infinity;
  }

  function mark(teller: Teller): void {
    // News from another batch may come at any time: too late for this commit, it makes one of its own.
    if (teller.rank > telling) (marked[teller.rank] ??= new Set()).add(teller);
    else commit(() => mark(teller));
  }

  function commit(work: (seq: number) => void, after: () => void = () => {}): void {
    waiting.push(() => {
      seq += 1;
      telling = -1;
      attempt(() => work(seq));
      tellAll();
      attempt(after);
    });
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
    busy = false;
  }

  return {
    get seq() {
      return seq;
    },
    commit,
    mark,
  };
}
