import { OffhookError, type Clock } from '@offhook/core';

/** A question to the service, and how long it may think about it. */
export interface ServiceQuestion {
  readonly url: string;
  readonly init: RequestInit;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

/** What the service answered, whatever it was. */
export interface ServiceReply {
  readonly status: number;
  readonly isJson: boolean;
  readonly body: string;
}

const mostChars = 1_048_576;

/**
 * Asks once. The budget holds for the whole of the answer, so that one that trickles is given up too.
 *
 * @throws OffhookError `timeout`, `aborted`, or `offline` where there was no answer at all: a browser says the same of
 *   a service that is down and of one whose CORS headers are wrong
 */
export function askService(question: ServiceQuestion): Promise<ServiceReply> {
  const { url, init, fetch, clock, budgetMs, signal } = question;
  const asking = new AbortController();

  async function ask(): Promise<ServiceReply> {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...init,
      signal: asking.signal,
    });
    const body = await response.text();
    return {
      status: response.status,
      isJson: /^application\/json(\s*;|$)/i.test(response.headers.get('content-type') ?? ''),
      body: body.length > mostChars ? '' : body,
    };
  }

  return new Promise<ServiceReply>((resolve, reject) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', abort);
    };
    const giveUp = (error: OffhookError): void => {
      end();
      reject(error);
      asking.abort();
    };
    const abort = (): void => giveUp(new OffhookError('aborted', 'This question was given up.'));
    const cancel = clock.setTimeout(
      () => giveUp(new OffhookError('timeout', `The service did not answer within ${budgetMs} ms.`)),
      budgetMs,
    );
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    // The platform's own error may hold the address, and that more than is anybody's business.
    ask()
      .then(resolve, () => reject(new OffhookError('offline', 'The service gave no answer.')))
      .finally(end);
  });
}
