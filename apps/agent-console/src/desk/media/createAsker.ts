import type { Clock } from '../clock.js';

/** Asks for a whole page until it comes, ever more slowly: it may be a large one. */
export interface Asker {
  /** Asks now, unless it is being asked for. */
  ask(): void;
  /** What came was of no use: asks later, and later each time that this happens again soon. */
  askLater(): void;
  /** It has come, or nobody wants it any more. */
  rest(): void;
  /** Whether it has been asked for, and hasn't come. */
  readonly isAsking: boolean;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;
const forgivenMs = 60_000;

const waitOf = (tries: number): number => Math.min(longestWaitMs, firstWaitMs * 2 ** tries);

/** @param say asks once; false when nobody is there to be asked, or nobody wants it */
export function createAsker(clock: Clock, say: () => boolean): Asker {
  let tries = 0;
  let breaks = 0;
  let brokeAt = 0;
  let stopTimer: (() => void) | undefined;

  function wait(ms: number): void {
    stopTimer = clock.after(ms, () => {
      stopTimer = undefined;
      ask();
    });
  }

  function ask(): void {
    if (stopTimer !== undefined || !say()) return;
    wait(waitOf(tries));
    tries += 1;
  }

  function rest(): void {
    stopTimer?.();
    stopTimer = undefined;
    tries = 0;
  }

  return {
    ask,
    rest,
    get isAsking() {
      return stopTimer !== undefined;
    },
    askLater() {
      rest();
      const now = clock.now();
      breaks = now - brokeAt > forgivenMs ? 1 : breaks + 1;
      brokeAt = now;
      wait(waitOf(breaks));
    },
  };
}
