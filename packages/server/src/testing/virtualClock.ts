import type { Clock } from '../clock.js';

/** A clock that stands still until the test moves it. */
export interface VirtualClock extends Clock {
  /** Moves time on by `ms`, calling back every timer that falls due on the way, in order, new ones included. */
  advance(ms: number): void;
  /** Resolves when somebody waits for time to pass: the next timer that is set. */
  nextTimer(): Promise<void>;
  /** How many timers wait. */
  readonly pending: number;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Time for tests: no sleeping. */
export function virtualClock(start = Date.UTC(2026, 0, 5, 9)): VirtualClock {
  let passed = 0;
  const timers = new Set<Timer>();
  const watchers: (() => void)[] = [];

  const next = (limit: number): Timer | undefined =>
    [...timers].filter(({ due }) => due <= limit).sort((one, other) => one.due - other.due)[0];

  return {
    now: () => start + passed,
    monotonic: () => passed,
    setTimeout(callback, ms) {
      const timer = { due: passed + Math.max(0, ms), callback };
      timers.add(timer);
      for (const tell of watchers.splice(0)) tell();
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const limit = passed + ms;
      for (let timer = next(limit); timer !== undefined; timer = next(limit)) {
        timers.delete(timer);
        passed = Math.max(passed, timer.due);
        timer.callback();
      }
      passed = limit;
    },
    nextTimer: () => new Promise((resolve) => watchers.push(resolve)),
    get pending() {
      return timers.size;
    },
  };
}
