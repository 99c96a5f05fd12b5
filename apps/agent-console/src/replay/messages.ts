import { isFields } from '../desk/wire/shape.js';
import { readSize } from './readIncremental.js';

/** Both ends are the console's own, and each says so: other scripts of the browser's post messages, too. */
const channel = 'offhook.replay';

/** What the replay tells the console. */
export type FromReplay =
  /** It can show something from now on. */
  | { readonly t: 'ready' }
  /** How large the customer's window is. */
  | { readonly t: 'size'; readonly width: number; readonly height: number }
  /** It can't go on: the whole page is needed. */
  | { readonly t: 'broken' };

/** What the console tells the replay: events as they came, unchecked. */
export interface ToReplay {
  readonly t: 'events';
  readonly events: readonly unknown[];
}

/** A message as it is posted. */
export const posted = (message: FromReplay | ToReplay): object => ({ channel, ...message });

/** Reads what the replay's document has posted. */
export function readFromReplay(value: unknown): FromReplay | undefined {
  if (!isFields(value) || value['channel'] !== channel) return undefined;
  const { t } = value;
  if (t === 'ready' || t === 'broken') return { t };
  const size = t === 'size' ? readSize(value) : undefined;
  return size === undefined ? undefined : { t: 'size', ...size };
}

/** Reads what the console has posted. */
export function readToReplay(value: unknown): ToReplay | undefined {
  if (!isFields(value) || value['channel'] !== channel) return undefined;
  const { t, events } = value;
  return t === 'events' && Array.isArray(events) ? { t, events } : undefined;
}
