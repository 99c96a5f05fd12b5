import { createCurrent, type Current, type EventType, type Offhook, type OffhookEvent } from '@offhook/core';

/** An event on the log, with a key of its own: one commit's events share their sequence number. */
export interface LoggedEvent {
  readonly key: number;
  readonly event: OffhookEvent;
}

/** A vendor asks all the time: only what went wrong with it is worth a line. */
const routine: readonly EventType[] = ['request.received', 'request.answered'];

/** The last events of a client, oldest first, for as long as the client lives. */
export function createEventLog(client: Offhook, limit = 200): Current<readonly LoggedEvent[]> {
  const log = createCurrent<readonly LoggedEvent[]>([]);
  let key = 0;
  client.events$.subscribe((event) => {
    if (routine.includes(event.type)) return;
    key += 1;
    log.set([...log.value, { key, event }].slice(-limit));
  });
  return log;
}
