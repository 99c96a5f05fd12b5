import { type LoggedEvent } from './eventLog.js';

const encoder = new TextEncoder();
const frames = new WeakMap<LoggedEvent, Uint8Array>();

/** What a stream begins with: when to come again after a break, in milliseconds. */
export const streamHead = encoder.encode('retry: 1000\n\n');

/** A comment, so that nobody on the way takes the stream for dead. */
export const heartbeatFrame = encoder.encode(': \n\n');

/** An event as it goes over the wire, made once for all who are told of it. */
export function eventFrame(event: LoggedEvent): Uint8Array {
  const known = frames.get(event);
  if (known !== undefined) return known;
  const frame = encoder.encode(`id: ${event.id}\nevent: ${event.type}\ndata: ${event.data}\n\n`);
  frames.set(event, frame);
  return frame;
}
