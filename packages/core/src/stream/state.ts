import type { Batch } from './batch.js';
import { createBatch } from './batch.js';
import type { Current } from './current.js';
import { CurrentNode } from './current.js';

/** A Current that is set, within a commit of its batch. */
export class StateNode<T> extends CurrentNode<T> {
  readonly initial: T;
  #value: T;

  constructor(batch: Batch, initial: T, rank = 0) {
    super(batch, rank);
    this.initial = initial;
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    if (this.watched) this.batch.mark(this);
  }
}

/** A Current of your own, for a port or a test: `set` tells whoever listens. */
export interface Settable<T> extends Current<T> {
  set(value: T): void;
}

/**
 * Makes a Current that you set yourself.
 *
 * @example const count = createCurrent(0); count.listen(render); count.set(1);
 */
export function createCurrent<T>(initial: T): Settable<T> {
  return new StateNode(createBatch(), initial);
}
