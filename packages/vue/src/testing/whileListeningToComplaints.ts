import { format } from 'node:util';

/** Does something while keeping what Vue writes to the console as warnings and errors. */
export async function whileListeningToComplaints<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly complaints: readonly string[] }> {
  const complaints: string[] = [];
  const keep = (...args: unknown[]): void => void complaints.push(format(...args));
  const spies = [
    jest.spyOn(console, 'warn').mockImplementation(keep),
    jest.spyOn(console, 'error').mockImplementation(keep),
    // Where Vue says that Suspense is experimental.
    jest.spyOn(console, 'info').mockImplementation(() => {}),
  ];
  try {
    return { result: await work(), complaints };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
