import { OffhookError } from '../model/error.js';
import { wholeAnswer } from '../ports/answer.js';
import type { Answer, Ask } from '../ports/provide.js';

/**
 * Asks one of the host's own handlers for a screen of the app's, which waits as long as it takes. Rejects with an
 * OffhookError where there is no such handler.
 */
export async function askHost<I, T>(
  handler: ((input: I, ask: Ask) => Answer<T>) | undefined,
  name: string,
  input: I,
  signal = new AbortController().signal,
): Promise<T> {
  if (!handler) throw new OffhookError('not-supported', `Give createOffhook provide.${name} for this.`);
  return wholeAnswer(handler(input, { connector: 'host', signal, deadline: Infinity }));
}
