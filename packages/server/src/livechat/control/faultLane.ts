import type { Clock } from '../../clock.js';
import type { SiteFaults } from './siteFaults.js';

/** What is on its way over one connection, in one direction. */
export interface FaultLane {
  /** Lets it through, now or when it is due. */
  put(deliver: () => void): void;
  /** The faults are others now. */
  changed(): void;
  /** The connection is gone, and what was on its way with it. */
  end(): void;
}

interface Waiting {
  readonly due: number;
  readonly deliver: () => void;
}

/**
 * Holds what goes over a connection back while the site is silent or slow; otherwise in the order it came.
 *
 * @param read the site's faults now
 */
export function faultLane(read: () => SiteFaults | undefined, clock: Clock): FaultLane {
  let queue: Waiting[] = [];
  let stop: (() => void) | undefined;

  function pump(): void {
    stop?.();
    stop = undefined;
    for (;;) {
      const [head] = queue;
      if (head === undefined || read()?.silent === true) return;
      const wait = head.due - clock.monotonic();
      if (wait > 0) {
        stop = clock.setTimeout(pump, wait);
        return;
      }
      queue.shift();
      head.deliver();
    }
  }

  return {
    put(deliver) {
      const faults = read();
      if (faults === undefined && queue.length === 0) {
        deliver();
        return;
      }
      // To change places they have to be on their way at the same time.
      const delay = faults?.delayMs ?? (faults?.reorder === true ? 20 : 0);
      const next = { due: clock.monotonic() + delay, deliver };
      const before = queue.pop();
      if (before === undefined) queue.push(next);
      else if (faults?.reorder === true)
        queue.push({ ...next, due: before.due }, { ...before, due: next.due });
      else queue.push(before, next);
      pump();
    },
    changed: pump,
    end() {
      stop?.();
      stop = undefined;
      queue = [];
    },
  };
}
