import type { Clock } from '../shared/clock.js';

/** A clock that goes on when it is told to. */
export function testClock(start = Date.parse('2026-03-02T09:00:00Z')): Clock & { advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}
