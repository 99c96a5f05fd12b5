/** A value that the browser remembers, as JSON; where storage is blocked, for as long as the page lives. */
export interface Kept<T> {
  readonly value: T;
  set(value: T): void;
  /** @returns stops it */
  subscribe(listener: () => void): () => void;
}

/** @param read makes a value of what was kept, `undefined` when it is none */
export function kept<T>(key: string, fallback: T, read: (stored: unknown) => T | undefined): Kept<T> {
  const listeners = new Set<() => void>();
  let value = fallback;

  function take(text: string | null): void {
    try {
      const stored: unknown = JSON.parse(text ?? 'null');
      value = read(stored) ?? fallback;
    } catch {
      value = fallback;
    }
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  try {
    take(localStorage.getItem(key));
  } catch {
    // Blocked: the fallback it is.
  }
  // Another tab has changed it.
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    take(event.newValue);
    tell();
  });
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Then it isn't remembered.
      }
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
