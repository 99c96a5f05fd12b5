import { format } from 'node:util';

/** Does something while keeping what React writes to the console as errors. */
export function whileListeningToErrors<T>(work: () => T): {
  readonly result: T;
  readonly errors: readonly string[];
} {
  const errors: string[] = [];
  const spy = jest
    .spyOn(console, 'error')
    .mockImplementation((...args: unknown[]) => void errors.push(format(...args)));
  try {
    return { result: work(), errors };
  } finally {
    spy.mockRestore();
  }
}
