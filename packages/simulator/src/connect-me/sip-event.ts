import type { EventFrame } from './events.js';

/**
 * The vendor's document announces `sipRegistered` and shows a frame with `sipRegisted`. The frame is what was
 * sent, so that is sent here; `?sipEvent=sipRegistered` on the widget's URL sends the other.
 */
export function sipEventOf(query: URLSearchParams): EventFrame {
  return { event: query.get('sipEvent') === 'sipRegistered' ? 'sipRegistered' : 'sipRegisted' };
}
