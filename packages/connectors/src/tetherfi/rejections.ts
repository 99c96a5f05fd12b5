import type { Clock, Report } from '@offhook/core';

/** Tells of events that were dropped, at most once a second. */
export interface Rejections {
  add(reason: 'malformed'): void;
  close(): void;
}

const everyMs = 1_000;

/** The first is told at once, and what comes within the next second at its end. */
export function createRejections(clock: Clock, emit: (reports: readonly Report[]) => void): Rejections {
  let waiting = 0;
  let cancel: (() => void) | undefined;

  function tell(count: number): void {
    cancel = clock.setTimeout(() => {
      cancel = undefined;
      const more = waiting;
      waiting = 0;
      if (more > 0) tell(more);
    }, everyMs);
    emit([{ type: 'protocol.rejected', reason: 'malformed', count }]);
  }

  return {
    add() {
      if (cancel) waiting += 1;
      else tell(1);
    },
    close() {
      cancel?.();
    },
  };
}
