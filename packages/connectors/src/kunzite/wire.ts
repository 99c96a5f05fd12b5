import { fields, text, type Fields } from './read.js';

/** Anything that the widget may say. */
export interface KunziteFrame extends Fields {
  readonly type: string;
}

/** A contact as the widget takes it (S3-21). */
export interface WireContact {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
}

/** A message to the widget. */
export type HostFrame =
  | { readonly type: 'click2call'; readonly data: { readonly number: string } }
  | { readonly type: 'contacts'; readonly data: { readonly contacts: readonly WireContact[] } };

/** What a frame is about a call: `calling`, `ringing`, `accepted` or `terminated`. */
export const callEvent = ({ type }: KunziteFrame): string | undefined =>
  /^phone:(calling|ringing|accepted|terminated)$/.exec(type)?.[1];

/** The widget has started and somebody is signed in. Its documents name the event in prose alone, so both spellings count. */
export const isLogged = ({ type }: KunziteFrame): boolean => /^(phone:)?logged$/.test(type);

/** Whether a frame has the body that its name promises, as far as Offhook relies on it. */
function isWhole(frame: KunziteFrame): boolean {
  const { id, direction } = fields(frame['data']);
  return !callEvent(frame) || (!!text(id) && (direction === 'inbound' || direction === 'outbound'));
}

/**
 * Whether this is a frame of the widget, of the right shape as far as Offhook relies on it. Looks at a handful of
 * fields whatever the size of the frame, and never throws.
 */
export const isKunziteFrame = (data: unknown): data is KunziteFrame =>
  /^(logged|phone:[\w-]{1,64})$/.test(String(text(fields(data)['type']))) && isWhole(data as KunziteFrame);
