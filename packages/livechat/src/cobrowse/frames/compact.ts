import { eventTypes, sources, type GuardedEvent } from '../privacy/createGuard.js';

/** An event as it is sent: the recorder's shape, with a time that counts from the recording's start. */
export interface SentEvent {
  readonly type: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly timestamp: number;
}

/**
 * Makes an event shorter without loss: typing is what is sent most often.
 *
 * @param startedAt the wall clock's time that `timestamp` counts from
 * @param checkable whether the control of that id is a radio button or a checkbox
 */
export function compact(
  event: GuardedEvent,
  startedAt: number,
  checkable: (id: unknown) => boolean,
): SentEvent {
  const { type, data } = event;
  const timestamp = Math.max(0, Math.round(event.timestamp - startedAt));
  if (type !== eventTypes.change || data.source !== sources.input || checkable(data.id))
    return { type, data, timestamp };
  const { isChecked: _unused, ...rest } = data;
  return { type, data: rest, timestamp };
}
