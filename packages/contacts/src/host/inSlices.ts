import { pause } from './pause.js';

/** Does a piecemeal work in slices of about `budget` milliseconds, between which others have their turn. */
export async function inSlices<T>(work: Generator<void, T>, budget: number): Promise<T> {
  for (;;) {
    await pause();
    const end = performance.now() + budget;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
  }
}
