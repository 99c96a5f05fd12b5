import { type ChatRate } from './settings.js';

/** A token bucket: so many at once, and so many a second for long. */
export class Bucket {
  #left: number;
  #at: number;

  constructor({ burst }: ChatRate, now: number) {
    this.#left = burst;
    this.#at = now;
  }

  /** Takes one, or as many as `cost`; 0, or how many milliseconds it takes until there are so many. */
  take({ perSecond, burst }: ChatRate, now: number, cost = 1): number {
    this.#left = Math.min(burst, this.#left + ((now - this.#at) * perSecond) / 1_000);
    this.#at = now;
    if (this.#left < cost) return Math.ceil(((cost - this.#left) * 1_000) / perSecond);
    this.#left -= cost;
    return 0;
  }
}
