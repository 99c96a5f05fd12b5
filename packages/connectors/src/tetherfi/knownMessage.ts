import type { Message } from '@offhook/core';
import type { Outgoing } from './outgoing.js';
import type { VendorRecord } from './wire.js';

/** One message as it is known, in the order in which it became so. */
export interface KnownMessage {
  readonly id: string;
  readonly kind: Message['kind'];
  readonly by: Message['by'];
  /** What it is recognised by where the vendor gives no id: its text, or the agent's name. */
  readonly content: string;
  /** Where it stands among the vendor's records, once it was seen there. They are only ever added to. */
  index?: number;
  /** Whether its id is ours alone, made for want of one. */
  nameless?: boolean;
  seq?: number;
  at: number;
  status: Message['status'];
}

/** How much earlier than it was written the server may have taken a message, by its own clock; milliseconds. */
const skewMs = 2_000;

/** What a record is among messages. */
export const kinds = { msg: 'text', connect: 'joined', disconnect: 'left' } as const;

/** What a record is recognised by. */
export const contentOf = ({ text, name, id }: VendorRecord): string => text ?? name ?? id ?? '';

/** Those that may be one another, together. */
export function groupByContent(known: readonly KnownMessage[]): ReadonlyMap<string, readonly KnownMessage[]> {
  const groups = new Map<string, KnownMessage[]>();
  for (const each of known) {
    const group = groups.get(each.content);
    if (group) group.push(each);
    else groups.set(each.content, [each]);
  }
  return groups;
}

/** Which of these, all of its content, a record is that has no id, or the id of none: by where it stands. */
export function recognise(
  among: readonly KnownMessage[],
  record: VendorRecord,
  index: number,
): KnownMessage | undefined {
  const { messageId, type, by = 'system', at } = record;
  const alike = among.filter(
    (each) =>
      each.kind === kinds[type] &&
      each.by === by &&
      // One with an id of its own is not another one's.
      (messageId === undefined || each.nameless === true),
  );
  const there = alike.find((each) => each.index === index);
  if (there) return there;
  return alike.find(
    (each) =>
      each.index === undefined &&
      // What is on its way may say again what was said before it was written.
      (each.status !== 'pending' || (at !== undefined && at >= each.at - skewMs)),
  );
}

/** Whether a message of the vendor's without an id is this one, which was on its way when the page was left. */
export const isTwin = (known: KnownMessage, { kind, text, at }: Outgoing): boolean =>
  known.by === 'customer' &&
  known.kind === kind &&
  known.content === text &&
  known.nameless === true &&
  known.at >= at - skewMs;
