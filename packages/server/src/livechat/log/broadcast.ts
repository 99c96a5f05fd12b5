/** Tells listeners, in order. */
export interface Broadcast<Told extends readonly unknown[]> {
  /** Tells all who listen now: soon, not before the caller is done. */
  push(...told: Told): void;
  /** @returns a function that ends it */
  on(listener: (...told: Told) => void): () => void;
  /** Tells nobody any more. */
  close(): void;
}

/**
 * Each listener is told all that is pushed while it listens, in the order of the pushes: a listener that causes another push
 * doesn't overtake itself, and one that throws stands in nobody's way.
 *
 * @param failed told when a listener throws
 */
export function broadcast<Told extends readonly unknown[]>(failed: () => void): Broadcast<Told> {
  const listeners = new Map<(...told: Told) => void, number>();
  let queue: { readonly told: Told; readonly number: number }[] = [];
  let pushed = 0;

  function drain(): void {
    const due = queue;
    queue = [];
    for (const { told, number } of due) {
      for (const [listener, since] of [...listeners]) {
        // Came after it was pushed, or went meanwhile.
        if (since >= number || !listeners.has(listener)) continue;
        try {
          listener(...told);
        } catch {
          failed();
        }
      }
    }
  }

  return {
    push(...told) {
      if (listeners.size === 0) return;
      pushed += 1;
      if (queue.length === 0) queueMicrotask(drain);
      queue.push({ told, number: pushed });
    },
    on(listener) {
      const own = (...told: Told): void => listener(...told);
      listeners.set(own, pushed);
      return () => void listeners.delete(own);
    },
    close() {
      listeners.clear();
      queue = [];
    },
  };
}
