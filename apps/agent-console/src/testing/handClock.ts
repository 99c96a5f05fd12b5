import type { Clock } from '../desk/clock.js';

/** A clock that stands still until it is turned. */
export interface HandClock extends Clock {
  turn(ms: number): void;
}

/** Starts at 1,000,000. */
export function handClock(): HandClock {
  let now = 1_000_000;
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    turn(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (due === undefined) break;
        timers = timers.filter((each) => each !== due);
        now = due.at;
        due.work();
      }
      now = end;
    },
  };
}
