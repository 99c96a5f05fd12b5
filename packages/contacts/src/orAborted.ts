import { OffhookError } from '@offhook/core';

/** The answer; or, once the signal aborts, an error, whatever becomes of the answer. */
export function orAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(
        new OffhookError('aborted', 'Nobody waits for the contacts any more.', { cause: signal.reason }),
      );
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export const closedError = (): OffhookError =>
  new OffhookError('invalid-state', 'The contact index is closed. Make another one.');
