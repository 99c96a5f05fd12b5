/** As of `requestIdleCallback`. */
export type Idle = (work: (deadline: { timeRemaining(): number }) => void) => void;

/** A page that is never idle still gets on: so often, and for so long, which nobody feels. */
const AT_LEAST_EVERY_MS = 100;
const SLICE_MS = 8;
/** Asking for the time costs more than a step does. */
const STEPS_BETWEEN_LOOKS = 50;

/** The browser's idle time. */
export const browserIdle: Idle = (work) => {
  if ('requestIdleCallback' in window) {
    window.requestIdleCallback(work, { timeout: AT_LEAST_EVERY_MS });
    return;
  }
  setTimeout(() => {
    const end = performance.now() + SLICE_MS;
    work({ timeRemaining: () => end - performance.now() });
  });
};

/** Takes the steps while the page has nothing better to do; `onPause` runs whenever it stops, and at the end. */
export function workIdly(steps: Iterator<unknown>, idle: Idle, onPause: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    idle(function work(deadline) {
      try {
        const end = performance.now() + SLICE_MS;
        for (let step = 1; ; step += 1) {
          if (steps.next().done === true) {
            onPause();
            return resolve();
          }
          if (step % STEPS_BETWEEN_LOOKS !== 0) continue;
          if (deadline.timeRemaining() <= 1 && performance.now() >= end) break;
        }
        onPause();
        idle(work);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
