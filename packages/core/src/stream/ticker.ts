import { createBatch, type Batch } from './batch.js';
import { CurrentNode } from './current.js';

/** The clock that a ticker needs. */
interface TickingClock {
  monotonic(): number;
  setTimeout(callback: () => void, ms: number): () => void;
}

class Ticker extends CurrentNode<number> {
  readonly initial = 0;
  readonly #clock: TickingClock;
  readonly #everyMs: number;
  #value: number | undefined;
  #cancel: (() => void) | undefined;

  constructor(clock: TickingClock, everyMs: number, batch: Batch) {
    super(batch, 0);
    this.#clock = clock;
    this.#everyMs = everyMs;
  }

  // While nobody looks nothing ticks: the value then stands where it stood, so that reading it twice is the same.
  get value(): number {
    return this.#value ?? 0;
  }

  protected override onWatched(): void {
    this.#tick();
  }

  protected override onUnwatched(): void {
    this.#cancel?.();
  }

  #tick = (): void => {
    this.#value = this.#clock.monotonic();
    this.#cancel = this.#clock.setTimeout(() => {
      this.#tick();
      this.batch.mark(this);
    }, this.#everyMs);
  };
}

/** Monotonic milliseconds, renewed every `everyMs` while somebody looks; still when nobody does. */
export function ticker(clock: TickingClock, everyMs: number): CurrentNode<number> {
  return new Ticker(clock, everyMs, createBatch());
}
