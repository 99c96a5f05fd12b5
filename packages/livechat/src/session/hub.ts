/** Who wants to be told of something. */
export interface Hub<T> {
  /** Returns what stops it. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

/** Tells each listener; one that throws is reported and stops no other. */
export function createHub<T>(report: (error: unknown) => void): Hub<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      const own = (value: T): void => listener(value);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    tell(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          report(error);
        }
      }
    },
  };
}
