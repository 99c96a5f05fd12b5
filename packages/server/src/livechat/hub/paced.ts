import { type Clock } from '../../clock.js';

/** Does something when asked, at once, but not more often than every so many milliseconds: then once, at the end of the pause. */
export class Paced {
  readonly #clock: Clock;
  readonly #work: () => void;
  readonly #pauseMs: () => number;
  #last = -Infinity;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, work: () => void, pauseMs: () => number) {
    this.#clock = clock;
    this.#work = work;
    this.#pauseMs = pauseMs;
  }

  ask(): void {
    if (this.#cancel !== undefined) return;
    const wait = this.#last + this.#pauseMs() - this.#clock.monotonic();
    if (wait <= 0) return this.#run();
    this.#cancel = this.#clock.setTimeout(() => this.#run(), wait);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #run(): void {
    this.#cancel = undefined;
    this.#last = this.#clock.monotonic();
    this.#work();
  }
}
