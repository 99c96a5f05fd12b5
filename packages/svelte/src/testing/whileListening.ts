import { format } from 'node:util';

/** Does something while keeping what Svelte writes to the console as warnings and errors. */
export function whileListening<T>(work: () => T): {
  readonly result: T;
  readonly complaints: readonly string[];
} {
  const complaints: string[] = [];
  const keep = (...args: unknown[]): void => void complaints.push(format(...args));
  const spies = (['warn', 'error'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(keep),
  );
  try {
    return { result: work(), complaints };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
