import { createBatch } from './batch.js';
import { StateNode, type Settable } from './state.js';

class Watched<T> extends StateNode<T> {
  readonly #begin: () => () => void;
  #end = (): void => {};

  constructor(initial: T, begin: () => () => void) {
    super(createBatch(), initial);
    this.#begin = begin;
  }

  protected override onWatched(): void {
    this.#end = this.#begin();
  }

  protected override onUnwatched(): void {
    this.#end();
  }
}

/** A Current that is told when somebody begins to listen, after nobody did, and when the last one has left. */
export const createWatched = <T>(initial: T, begin: () => () => void): Settable<T> =>
  new Watched(initial, begin);
