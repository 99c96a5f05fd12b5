import type { ServiceMetrics } from '../metrics/serviceMetrics.js';

/** The event streams that are open, so that a service that ends can end them. */
export interface StreamSet {
  /**
   * Counts one in. `end` is called when the service ends, at once if it has.
   *
   * @returns counts it out: when the client has gone
   */
  add(end: () => void): () => void;
  /** Whether the service ends: connections are not kept open any more. */
  readonly isOver: boolean;
  endAll(): void;
}

/** Keeps count of streams. */
export function streamSet(metrics: ServiceMetrics): StreamSet {
  const open = new Set<() => void>();
  let over = false;

  return {
    add(end) {
      metrics.stream(1);
      const leave = (): void => {
        if (open.delete(finish)) metrics.stream(-1);
      };
      const finish = (): void => {
        leave();
        end();
      };
      open.add(finish);
      if (over) finish();
      return leave;
    },
    get isOver() {
      return over;
    },
    endAll() {
      over = true;
      for (const finish of [...open]) finish();
    },
  };
}
