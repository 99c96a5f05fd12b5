import type { Clock } from '../shared/clock.js';

/** How often something may fail. */
export interface AttemptLimit {
  readonly most: number;
  readonly perMs: number;
}

/** Counts attempts that might fail. */
export interface Attempts {
  /**
   * Counts one before it is made: many at the same time are many.
   *
   * @returns how many milliseconds to wait; 0 where it may be made
   */
  take(key: string): number;
  /** It went well, and counts no more. */
  giveBack(key: string): void;
}

/** The oldest are forgotten beyond this, so that made-up numbers fill no memory. */
const mostKeys = 10_000;

export function attempts({ most, perMs }: AttemptLimit, clock: Clock): Attempts {
  const made = new Map<string, number[]>();

  function recent(key: string): number[] {
    const since = clock.now() - perMs;
    return (made.get(key) ?? []).filter((at) => at > since);
  }
  function keep(key: string, times: number[]): void {
    // The last written is the last in order.
    made.delete(key);
    if (times.length > 0) made.set(key, times);
    for (const oldest of made.keys()) {
      if (made.size <= mostKeys) break;
      made.delete(oldest);
    }
  }
  return {
    take(key) {
      const times = recent(key);
      const [first] = times;
      if (first !== undefined && times.length >= most) return first + perMs - clock.now();
      keep(key, [...times, clock.now()]);
      return 0;
    },
    giveBack(key) {
      keep(key, recent(key).slice(0, -1));
    },
  };
}
