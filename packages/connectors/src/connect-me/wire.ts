import { fields, text, type Fields } from '../read.js';

/** The one thing that the widget says without an envelope: it asks what the host can do for it. */
export const capabilitiesRequest = 'capabilitiesRequest';

/** An event of the widget's: its name, and whatever belongs to that, beside it. */
export interface ConnectMeEvent extends Fields {
  readonly event: string;
}

/** Anything that the widget may say. */
export type ConnectMeFrame = typeof capabilitiesRequest | ConnectMeEvent;

/** A session's id: a small integer, and 0 is one. */
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A session as the widget tells of a new one. */
export interface NewSession extends ConnectMeEvent {
  readonly id: number;
  readonly incoming: boolean;
}

/** A session that has moved on. */
export interface SessionUpdate extends ConnectMeEvent {
  readonly id: number;
  readonly status: string;
}

export const isNewSession = (frame: ConnectMeEvent): frame is NewSession =>
  frame.event === 'newSession' && isId(frame['id']) && typeof frame['incoming'] === 'boolean';

export const isSessionUpdate = (frame: ConnectMeEvent): frame is SessionUpdate =>
  frame.event === 'sessionStatusUpdate' && isId(frame['id']) && !!text(frame['status']);

/**
 * Whether this is a frame of the widget, of the right shape as far as Offhook relies on it. Looks at a handful of
 * fields whatever the size of the frame, and never throws.
 */
export function isConnectMeFrame(data: unknown): data is ConnectMeFrame {
  if (data === capabilitiesRequest) return true;
  const frame = fields(data) as ConnectMeEvent;
  if (!/^[\w:.-]{1,64}$/.test(text(frame.event) ?? '')) return false;
  return (
    !/^(newSession|sessionStatusUpdate)$/.test(frame.event) || isNewSession(frame) || isSessionUpdate(frame)
  );
}
