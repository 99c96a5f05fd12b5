import type { Clock } from '../../clock.js';

/** So much at once, and so much again in a while. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Counts what somebody does. Each node for itself. */
export interface RateLimit {
  /** Takes one, or tells in how many ms there is one again; 0: taken. */
  take(who: string, cost?: number): number;
  /** The same without taking. */
  wait(who: string): number;
}

interface Bucket {
  /** Counted in milliseconds, so that nothing is lost by rounding. */
  left: number;
  at: number;
}

/** More than this many are not remembered: whoever was still the longest is forgotten first. */
const remembered = 50_000;

/** A bucket for each `who`, filled again as time goes on. */
export function rateLimit({ burst, perMinute }: Rate, clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  const each = 60_000 / perMinute;
  const full = burst * each;

  function now(who: string): Bucket {
    const at = clock.monotonic();
    const known = buckets.get(who);
    if (known === undefined) return { left: full, at };
    return { left: Math.min(full, known.left + at - known.at), at };
  }
  const waitOf = ({ left }: Bucket, cost: number): number =>
    left >= cost * each ? 0 : Math.max(1, Math.ceil(cost * each - left));

  return {
    take(who, cost = 1) {
      const bucket = now(who);
      const wait = waitOf(bucket, cost);
      if (wait === 0) bucket.left -= cost * each;
      buckets.delete(who);
      buckets.set(who, bucket);
      if (buckets.size > remembered) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return wait;
    },
    wait: (who) => waitOf(now(who), 1),
  };
}
