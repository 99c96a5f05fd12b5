import type { Ask, Reply } from './exchange.js';
import { isPlain } from './isPlain.js';
import { ServiceError } from './serviceError.js';
import type { ServiceParts } from './serviceParts.js';

const mostId = 100;

function readAfter(ask: Ask): string | undefined {
  const after = ask.header('last-event-id') ?? new URLSearchParams(ask.query).get('lastEventId') ?? '';
  if (after.length <= mostId && isPlain(after)) return after === '' ? undefined : after;
  throw new ServiceError('invalid-fields', 'The last event’s id is none of this service.', {
    fields: [{ path: 'lastEventId', message: `Expected ${mostId} characters at most.` }],
  });
}

/** A browser follows what happens, from where it was: by the header Last-Event-ID, or `?lastEventId=`. */
export function eventsRoute(parts: ServiceParts): (ask: Ask) => Reply {
  return (ask) => {
    const headers = parts.pages.empty(ask.header('origin'));
    const events = { channel: parts.channelOf(ask), after: readAfter(ask) };
    return { status: 200, headers: { ...headers, 'content-type': 'text/event-stream' }, events };
  };
}
