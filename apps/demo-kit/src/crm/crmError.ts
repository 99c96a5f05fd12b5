import { isOffhookError, OffhookError } from '@offhook/core';

/** What the next try would meet again: a log entry that is refused so waits no more. */
const lasting = [400, 413];

/** What an answer that isn't one, or no answer at all, comes to: in the CRM's own words where it has some. */
export async function crmError(cause: unknown): Promise<OffhookError> {
  if (isOffhookError(cause)) return cause;
  if (!(cause instanceof Response)) {
    // The browser says no more than that it failed: its own error would stand in the way of the advice.
    return new OffhookError(
      'handler-failed',
      'The CRM can’t be reached. Check the connection, then try again.',
    );
  }
  const { status } = cause;
  const said = await wordsOf(cause);
  const message = said ?? `The CRM answered with status ${status}. Try again.`;
  if (lasting.includes(status)) return new OffhookError('invalid-argument', message);
  return new OffhookError(
    'handler-failed',
    status === 503 ? `${message} Try again when it is back.` : message,
  );
}

interface Refusal {
  readonly error?: { readonly message?: unknown };
}

async function wordsOf(response: Response): Promise<string | undefined> {
  const said = (await response.json().catch(() => undefined)) as Refusal | null | undefined;
  const message = said?.error?.message;
  return typeof message === 'string' ? message : undefined;
}
