/** What a component has shown, one entry each time. */
export interface Log<T> {
  readonly shown: T[];
  /** Notes a value, and gives its text. */
  show(value: T): string;
}

export function createLog<T>(): Log<T> {
  const shown: T[] = [];
  return {
    shown,
    show(value) {
      shown.push(value);
      return JSON.stringify(value);
    },
  };
}

/** The value that was shown last. */
export function last<T>({ shown }: Log<T>): T {
  if (shown.length === 0) throw new Error('The component has shown nothing yet.');
  // It may well be `undefined`.
  return shown.at(-1) as T;
}
