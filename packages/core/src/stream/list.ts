import type { Batch } from './batch.js';
import { CurrentNode } from './current.js';

const none: readonly never[] = [];

/** A list that is built when somebody looks, and kept until it is touched. */
export class ListNode<T> extends CurrentNode<readonly T[]> {
  readonly initial: readonly T[] = none;
  readonly #build: () => readonly T[];
  #built: readonly T[] | undefined = none;

  constructor(batch: Batch, rank: number, build: () => readonly T[]) {
    super(batch, rank);
    this.#build = build;
  }

  get value(): readonly T[] {
    this.#built ??= this.#build();
    return this.#built;
  }

  touch(): void {
    this.#built = undefined;
    if (this.watched) this.batch.mark(this);
  }
}
