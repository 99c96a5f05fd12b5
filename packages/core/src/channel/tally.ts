import type { Clock } from '../ports/clock.js';

/** Counts by reason, and tells each reason at most once in `everyMs`: the first at once, the rest summed up. */
export interface Tally<R extends string> {
  add(reason: R): void;
  close(): void;
}

export function tally<R extends string>(
  clock: Clock,
  tell: ((reason: R, count: number) => void) | undefined,
  everyMs = 1_000,
): Tally<R> {
  const open = new Map<R, { count: number; cancel: () => void }>();

  function wait(reason: R): void {
    const cancel = clock.setTimeout(() => {
      const count = open.get(reason)?.count ?? 0;
      open.delete(reason);
      if (count === 0) return;
      wait(reason);
      tell?.(reason, count);
    }, everyMs);
    open.set(reason, { count: 0, cancel });
  }

  return {
    add(reason) {
      const running = open.get(reason);
      if (running !== undefined) {
        running.count += 1;
        return;
      }
      wait(reason);
      tell?.(reason, 1);
    },
    close() {
      for (const { cancel } of open.values()) cancel();
      open.clear();
    },
  };
}
