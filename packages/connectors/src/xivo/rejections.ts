import type { Clock, ConnectorContext, RejectionReason } from '@offhook/core';

/** Tells of events that were dropped, at most once a second for each reason. */
export interface Rejections {
  add(reason: RejectionReason): void;
  close(): void;
}

const everyMs = 1_000;

/** The first is told at once, and what comes within the next second at its end. */
export function rejections(clock: Clock, emit: ConnectorContext['emit']): Rejections {
  const open = new Map<RejectionReason, { count: number; readonly cancel: () => void }>();

  function tell(reason: RejectionReason, count: number): void {
    const cancel = clock.setTimeout(() => {
      const more = open.get(reason)?.count ?? 0;
      open.delete(reason);
      if (more > 0) tell(reason, more);
    }, everyMs);
    open.set(reason, { count: 0, cancel });
    emit([{ type: 'protocol.rejected', reason, count }]);
  }

  return {
    add(reason) {
      const running = open.get(reason);
      if (running) running.count += 1;
      else tell(reason, 1);
    },
    close() {
      for (const { cancel } of open.values()) cancel();
      open.clear();
    },
  };
}
