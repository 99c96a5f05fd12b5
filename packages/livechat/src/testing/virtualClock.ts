import type { Clock } from '../boot/env.js';

/** A clock that the test moves. Every timer is a task of its own: promises settle before the next. */
export interface VirtualClock extends Clock {
  /** Lets time go by. */
  pass(ms: number): Promise<void>;
  /** Time goes by and no timer runs, as while a computer sleeps: they run late, with the next `pass`. */
  sleep(ms: number): void;
  /** Sets the wall clock alone. */
  setWallClock(byMs: number): void;
  /** Which task runs: things with the same number happened without anything in between. */
  readonly task: number;
  readonly pending: number;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Lets everything that waits for promises alone run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that starts at noon of a winter's day. */
export function virtualClock(start = Date.UTC(2026, 0, 5, 12)): VirtualClock {
  let passed = 0;
  let shift = 0;
  let task = 0;
  let timers: Timer[] = [];

  const next = (limit: number): Timer | undefined =>
    timers.reduce<Timer | undefined>(
      (first, timer) =>
        timer.due <= limit && (first === undefined || timer.due < first.due) ? timer : first,
      undefined,
    );

  return {
    now: () => start + passed + shift,
    monotonic: () => passed,
    setTimeout(callback, ms) {
      const timer = { due: passed + Math.max(0, ms), callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    async pass(ms) {
      const limit = passed + ms;
      await settle();
      for (let timer = next(limit); timer !== undefined; timer = next(limit)) {
        const due = timer;
        timers = timers.filter((one) => one !== due);
        passed = Math.max(passed, due.due);
        task += 1;
        due.callback();
        await settle();
      }
      passed = limit;
    },
    sleep: (ms) => void (passed += ms),
    setWallClock: (byMs) => void (shift += byMs),
    get task() {
      return task;
    },
    get pending() {
      return timers.length;
    },
  };
}
