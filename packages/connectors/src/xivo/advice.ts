import type { ConnectionStatus } from '@offhook/core';

/** What goes wrong with the service, and what to do about it: never with an address, which may hold secrets. */
export interface Trouble {
  readonly status: Extract<ConnectionStatus, 'failed' | 'offline'>;
  readonly reason: string;
}

const failed = (reason: string): Trouble => ({ status: 'failed', reason });
const offline = (reason: string): Trouble => ({ status: 'offline', reason });

const origins = 'Add it to the service’s pages.';

/** A browser says the same of a service that is down and of one that doesn't let this page in. */
export const unreachable = offline(
  `The service can’t be reached. It is tried again. If it runs, it doesn’t let this page’s origin in: ${origins}`,
);

export const broken = offline('The service’s events broke off. They are asked for again.');

export const noAddress = failed(
  'This page’s address names no call, or no ticket, which is gone once the page is loaded anew. Open it from the agent desktop again.',
);

/** An answer with a status that says no. */
function refusal(status: number): Trouble {
  if (status === 403) return failed(`The service refuses this page’s origin. ${origins}`);
  if (status === 408 || status === 429 || status >= 500)
    return offline(`The service can’t answer now (status ${status}). It is tried again.`);
  return failed(`The service refuses to answer (status ${status}). Check its address.`);
}

/** An answer to the question for a call that is none. */
export function noContext(status: number): Trouble {
  if (status === 200) return failed('What answered is not the service: it sent no call. Check its address.');
  if (status === 401)
    return failed('The ticket of this page has expired, or is none. Open it from the agent desktop again.');
  if (status === 404)
    return failed(
      'The service knows no such call, or not any more. Check its address, or open the page again.',
    );
  return refusal(status);
}

/** An answer to the question for events that is no stream. */
export const noStream = (status: number): Trouble =>
  status === 200
    ? failed('What answered is not the service: it sent no events. Check its address.')
    : refusal(status);
