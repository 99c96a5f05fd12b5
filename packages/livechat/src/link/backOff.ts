const leastMs = 500;
const mostMs = 5_000;

/**
 * How long to wait before the next attempt, in milliseconds: 0.5 to 5 s, growing, spread at random so that not all pages come
 * back at once.
 *
 * @param failures attempts that failed in a row, from 0
 * @param random from 0 to below 1
 */
export function backOff(failures: number, random: number): number {
  const most = Math.min(mostMs, 2 * leastMs * 2 ** Math.min(failures, 8));
  return leastMs + random * (most - leastMs);
}
