import { format } from 'node:util';

/** Does something while keeping what Angular writes to the console as warnings and errors. */
export async function whileListeningToConsole<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly complaints: readonly string[] }> {
  const complaints: string[] = [];
  const keep = (...args: unknown[]): void => void complaints.push(format(...args));
  const spies = [
    jest.spyOn(console, 'error').mockImplementation(keep),
    jest.spyOn(console, 'warn').mockImplementation(keep),
  ];
  try {
    return { result: await work(), complaints };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
