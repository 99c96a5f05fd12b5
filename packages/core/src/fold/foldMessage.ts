import type { ChatMessageReport } from '../model/chatReport.js';
import type { Message, MessageStatus } from '../model/message.js';
import { merge } from './same.js';

type Told = ChatMessageReport['message'];

/** What has reached the vendor once has reached it, whatever an older report says. */
const reached: Record<MessageStatus, number> = { pending: 0, failed: 0, sent: 1, delivered: 2 };

/** Whether the vendor has it. */
export const isSent = ({ status }: Message): boolean => reached[status] > 0;

/**
 * Folds what was told of a message into what is known of it; `undefined` while it isn't known what it is. `weak`: it only
 * adds what is not known, as a report without the vendor's order does to one with it.
 */
export function foldMessage(
  before: Message | undefined,
  told: Told,
  now: number,
  weak = before?.seq !== undefined && told.seq === undefined,
): Message | undefined {
  if (before === undefined) return begun(told, now);
  const { status = before.status } = told;
  const gain = reached[status] - reached[before.status];
  const next: Message = {
    ...(weak ? { ...told, ...before } : { ...before, ...told }),
    status: gain > 0 || (gain === 0 && !weak) ? status : before.status,
  };
  return merge(before, next.status === 'failed' ? next : { ...next, error: undefined });
}

function begun(told: Told, now: number): Message | undefined {
  const { kind, by } = told;
  if (kind === undefined || by === undefined) return undefined;
  return { at: now, status: by === 'customer' ? 'sent' : 'delivered', ...told, kind, by };
}

/** First by the vendor's order, behind that by time, and last what is still to be sent. */
export function compareMessages(a: Message, b: Message): number {
  const [home, other] = [homeOf(a), homeOf(b)];
  if (home !== other) return home - other;
  return a.seq !== undefined && b.seq !== undefined ? a.seq - b.seq : a.at - b.at;
}

const homeOf = ({ seq, status }: Message): number => (seq !== undefined ? 0 : status === 'pending' ? 2 : 1);
