import type { Clock } from '@offhook/core';

/** A core `Clock` that stands still until the test moves it. */
export interface VirtualClock extends Clock {
  /** Moves time on by `ms`, calling back every timer that falls due on the way, in order, new ones included. */
  advance(ms: number): void;
  /** Sets the wall clock on (or back) by `ms` without time passing, as when the computer's clock is corrected. */
  shiftWallClock(ms: number): void;
  /** How many timers wait. Zero after everything was closed, or something leaks. */
  readonly pending: number;
}

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

const mostCallbacks = 1_000_000;

/**
 * Time for tests: no sleeping, no flake.
 *
 * @param start wall-clock milliseconds since 1970
 * @example
 * const clock = virtualClock();
 * const phone = createOffhook({ connectors: [line], clock });
 * clock.advance(8_000);    // a command that nobody answered has timed out
 */
export function virtualClock(start = Date.UTC(2026, 0, 5, 9)): VirtualClock {
  let passed = 0;
  let shift = 0;
  let order = 0;
  const timers = new Set<Timer>();

  function nextUntil(limit: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.due > limit) continue;
      if (next === undefined || timer.due < next.due || (timer.due === next.due && timer.order < next.order))
        next = timer;
    }
    return next;
  }

  return {
    now: () => start + passed + shift,
    monotonic: () => passed,
    setTimeout(callback, ms) {
      order += 1;
      // A browser turns what is no time at all into none.
      const timer: Timer = { due: passed + (ms > 0 ? ms : 0), order, callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance(ms) {
      if (!(ms >= 0))
        throw new RangeError(`Time can't go back: advance(${ms}). Use shiftWallClock for the wall clock.`);
      const limit = passed + ms;
      const errors: unknown[] = [];
      let called = 0;
      for (let timer = nextUntil(limit); timer !== undefined; timer = nextUntil(limit)) {
        timers.delete(timer);
        passed = timer.due;
        called += 1;
        if (called > mostCallbacks) throw new Error('Timers set timers without end: time does not get on.');
        try {
          timer.callback();
        } catch (error) {
          errors.push(error);
        }
      }
      passed = limit;
      // As on a real clock, one timer's error keeps no other from running; the test still hears of it.
      if (errors.length > 0) throw errors[0];
    },
    shiftWallClock(ms) {
      shift += ms;
    },
    get pending() {
      return timers.size;
    },
  };
}
