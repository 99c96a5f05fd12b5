import type { Clock } from '@offhook/core';

/** Tries again, later each time. */
export interface Backoff {
  /** Calls back once: after the first wait, then after twice as long, up to the longest. */
  again(act: () => void): void;
  /** It went well: the next wait is the first one. */
  reset(): void;
  /** How long the first wait is, in milliseconds. */
  first(ms: number): void;
  cancel(): void;
}

const leastMs = 100;
const mostMs = 30_000;

/**
 * Each wait is shorter by up to a half at random: thousands of pages lose one service in the same moment, and are not
 * to come back in the same moment.
 *
 * @param random from 0 to 1
 */
export function backoff(clock: Clock, random: () => number = Math.random): Backoff {
  let firstMs = 1_000;
  let failures = 0;
  let cancel = (): void => {};
  return {
    again(act) {
      cancel();
      const ms = Math.min(firstMs * 2 ** Math.min(failures, 10), mostMs);
      failures += 1;
      cancel = clock.setTimeout(act, ms * (1 - random() / 2));
    },
    reset: () => void (failures = 0),
    first: (ms) => void (firstMs = Math.min(Math.max(ms, leastMs), mostMs)),
    cancel: () => cancel(),
  };
}
