import { createCurrent, type Current } from '@offhook/core';

/** A choice of the person's that the browser remembers. */
export interface StoredChoice<T extends string> {
  readonly choice: Current<T>;
  choose(value: T): void;
}

export interface StoredChoiceOptions<T extends string> {
  readonly key: string;
  readonly fallback: T;
  readonly isValid: (value: unknown) => value is T;
  /** Shows the choice on the page; called at once and with each change. */
  readonly apply: (value: T) => void;
}

/**
 * Remembers one choice in `localStorage`, and follows what other tabs choose; where storage is blocked, for as long as
 * the page lives.
 */
export function storedChoice<T extends string>(options: StoredChoiceOptions<T>): StoredChoice<T> {
  const { key, fallback, isValid, apply } = options;
  const stored = attempt(() => localStorage.getItem(key));
  const choice = createCurrent<T>(isValid(stored) ? stored : fallback);
  apply(choice.value);
  function show(value: T): void {
    choice.set(value);
    apply(value);
  }
  if ('addEventListener' in globalThis) {
    addEventListener('storage', ({ key: changed, newValue }) => {
      if (changed === key && isValid(newValue)) show(newValue);
    });
  }
  return {
    choice,
    choose(value) {
      attempt(() => localStorage.setItem(key, value));
      show(value);
    },
  };
}

// Reading `localStorage` throws where the person has blocked storage.
function attempt<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
