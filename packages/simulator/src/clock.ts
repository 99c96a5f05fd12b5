/** Undoes a scheduled task; harmless when the task already ran. */
export type Cancel = () => void;

/** Where the simulator gets its time from, so that tests can run on a virtual one. */
export interface Clock {
  /** Wall-clock milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `ms` milliseconds from now. */
  after(ms: number, task: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    // A forgotten timer must not keep the process alive after Ctrl-C.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
