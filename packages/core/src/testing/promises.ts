import { isOffhookError, type ErrorCode } from '../model/error.js';

/** Lets everything run that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** What has become of a promise so far. */
export interface Fate<T> {
  /** `pending`, `resolved`, or the code of the error that it was rejected with. */
  state: 'pending' | 'resolved' | 'rejected' | ErrorCode;
  value?: T;
  error?: unknown;
}

/** Watches a promise without waiting for it. */
export function fateOf<T>(promise: Promise<T>): Fate<T> {
  const fate: Fate<T> = { state: 'pending' };
  promise.then(
    (value) => Object.assign(fate, { state: 'resolved', value }),
    (error: unknown) =>
      Object.assign(fate, { state: isOffhookError(error) ? error.code : 'rejected', error }),
  );
  return fate;
}
