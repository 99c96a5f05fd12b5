import { type ChatRate } from './settings.js';

/** A token bucket: so many at once, and so many a second for long. */
export class Bucket {
  #left: number;
  #at: number;

  constructor({ burst }: ChatRate, now: number) {
    this.#left = burst;
    this.#at = now;
  }

  /** Takes one; 0, or how many milliseconds it takes until there is one. */
  take({ perSecond, burst }: ChatRate, now: number): number {
    this.#left = Math.min(burst, this.#left + ((now - this.#at) * perSecond) / 1_000);
    this.#at = now;
    if (this.#left < 1) return Math.ceil(((1 - this.#left) * 1_000) / perSecond);
    this.#left -= 1;
    return 0;
  }
}
