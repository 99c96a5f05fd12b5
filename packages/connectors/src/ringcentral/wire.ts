import { fields, text, type Fields } from './read.js';

/** Anything that the widget may say: its name, and whatever belongs to that. */
export interface RingCentralFrame extends Fields {
  readonly type: string;
}

/** A frame's name without what all names have in common: `rc-login-status-notify` is `login-status`. */
export const nameOf = ({ type }: RingCentralFrame): string => type.replace(/^rc-|-notify$/g, '');

/** Whether this has a direction, as each end of a call has. */
export const hasDirection = ({ direction }: Fields): boolean =>
  /^(In|Out)bound$/.test(String(text(direction)));

/** Whether this is a call of the web phone. */
export const isPhoneCall = (call: Fields): boolean => !!text(call['id']) && hasDirection(call);

/** What a frame of the web phone's is about: `ring`, `init`, `start`, `hold`, `resume`, `mute` or `end`. */
export const phoneEvent = (name: string): string | undefined =>
  /^call-(ring|init|start|hold|resume|mute|end)$/.exec(name)?.[1];

/**
 * Frames that say nothing about calls, the connection, the agent or the inbox: what the widget exchanges with its own
 * adapter, settings, routes. What it asks the host's services, and answers them, is among them: they hear it by
 * themselves.
 */
const silent =
  /^(tick|control|adapter|expandable|log|message-thread|\w+Logger|call-(history|drop)|route|region|meeting|brand|analytics|post)(-|$)/;

/** Whether the frame of this name is known and says nothing to Offhook. */
export const isSilent = (name: string): boolean => silent.test(name);

/** Whether a frame has the body that its name promises, as far as Offhook relies on it. */
function isWhole(frame: RingCentralFrame): boolean {
  const name = nameOf(frame);
  const call = fields(frame['call']);
  if (phoneEvent(name)) return isPhoneCall(call);
  if (/^(active|ringout)-call$/.test(name)) return hasDirection(call);
  // Silence about calls or a sign-in would be taken for their end.
  if (name === 'webphone-sessions-sync') return Array.isArray(frame['calls']);
  if (name === 'post-message-request') return !!text(frame['requestId']) && !!text(frame['path']);
  if (name === 'adapter-message-response') return !!text(frame['responseId']);
  return name !== 'login-status' || typeof frame['loggedIn'] === 'boolean';
}

/**
 * Whether this is a frame of the widget, of the right shape as far as Offhook relies on it. Looks at a handful of
 * fields whatever the size of the frame, and never throws.
 */
export const isRingCentralFrame = (data: unknown): data is RingCentralFrame =>
  /^rc-[\w-]{1,64}$/.test(String(text(fields(data)['type']))) && isWhole(data as RingCentralFrame);
