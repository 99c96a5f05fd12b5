import type { Clock } from './clock.js';
import type { Faults } from './faults.js';
import { malform } from './malform.js';
import type { Random } from './random.js';
import { createTimerGroup } from './timer-group.js';

/** How long a frame waits for a neighbour to change places with. */
const REORDER_WAIT_MS = 100;

export interface FaultLine {
  send(frame: unknown): void;
  close(): void;
}

/** The wire from a widget to its host, with the faults of the moment on it. */
export function createFaultLine(options: {
  clock: Clock;
  random: Random;
  faults: () => Faults;
  post: (data: unknown) => void;
}): FaultLine {
  const { clock, random, faults, post } = options;
  const timers = createTimerGroup(clock);
  let lastDue = 0;
  let held: { data: unknown; release: () => void } | undefined;

  function swap(data: unknown) {
    if (held) {
      const { data: earlier, release } = held;
      release();
      held = undefined;
      post(data);
      post(earlier);
      return;
    }
    const release = timers.after(REORDER_WAIT_MS, () => {
      held = undefined;
      post(data);
    });
    held = { data, release };
  }

  function flushHeld() {
    if (!held) return;
    const { data, release } = held;
    release();
    held = undefined;
    post(data);
  }

  function arrive(data: unknown) {
    if (faults().reorder) return swap(data);
    flushHeld();
    post(data);
  }

  return {
    send(frame) {
      const { drop, duplicate, malformed, delayMs } = faults();
      if (drop > 0 && random() < drop) return;
      const data = malformed > 0 && random() < malformed ? malform(frame, random) : frame;
      const copies = duplicate > 0 && random() < duplicate ? 2 : 1;
      const now = clock.now();
      // A delay that was just switched off must not let a new frame overtake those on their way.
      const due = Math.max(lastDue, now + delayMs);
      for (let copy = 0; copy < copies; copy += 1) {
        if (due <= now) arrive(data);
        else timers.after(due - now, () => arrive(data));
      }
      lastDue = due;
    },
    close() {
      held = undefined;
      timers.cancelAll();
    },
  };
}
