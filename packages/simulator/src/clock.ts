/** Undoes a scheduled task; harmless when the task already ran. */
export type Cancel = () => void;

/** Where the simulator gets its time from, so that tests can run on a virtual one. */
export interface Clock {
  /** Wall-clock milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `ms` milliseconds from now. What is due earlier runs earlier, however late both are. */
  after(ms: number, task: () => void): Cancel;
}

interface Due {
  readonly at: number;
  readonly task: () => void;
}

/**
 * The machine's own clock. Node keeps a queue for each duration and empties one before the next: after a pause, a
 * task of 100 ms would overtake one of 80 ms that was asked for with it, and a widget would say `connected` before
 * `connecting`. So whatever timer fires, the tasks run in the order in which they are due.
 */
export function createSystemClock(): Clock {
  /** In the order in which they are due. */
  const waiting: Due[] = [];

  function run(last: Due): void {
    // One by one: a task may cancel the next. Those that ran early find nothing to do when their own timer fires.
    while (waiting.includes(last)) waiting.shift()?.task();
  }

  return {
    now: () => Date.now(),
    after(ms, task) {
      const due: Due = { at: performance.now() + ms, task };
      const later = waiting.findIndex(({ at }) => at > due.at);
      waiting.splice(later < 0 ? waiting.length : later, 0, due);
      const timer = setTimeout(run, ms, due);
      // A forgotten timer must not keep the process alive after Ctrl-C.
      timer.unref();
      return () => {
        clearTimeout(timer);
        const index = waiting.indexOf(due);
        if (index >= 0) waiting.splice(index, 1);
      };
    },
  };
}

/** The clock of everything in this process. */
export const systemClock = createSystemClock();
