import type { OpenChat } from './openChat.js';
import type { DeskEntry } from './wire/readEntry.js';

/** How an agent stands to a chat: in it, out of it while it may go on, or at its end. */
export type Standing = 'live' | 'left' | 'ended' | 'lost';

/** What the customer is known by; empty until the chat's first entry has come. */
export function detailsOf({ entries }: OpenChat): Readonly<Record<string, string>> {
  const [first] = entries;
  return first?.type === 'start' ? first.details : {};
}

/** What the customer told the bot before the chat; '' for nothing. */
export function botTalkOf({ entries }: OpenChat): string {
  const [first] = entries;
  return first?.type === 'start' ? (first.bot ?? '') : '';
}

/** The customer's name, or '' while nobody knows it. */
export const customerOf = (chat: OpenChat): string => {
  const given = chat.shown?.name ?? '';
  return given === '' ? (detailsOf(chat)['eCustName'] ?? '') : given;
};

/** How the agent of this id stands to a chat. */
export function standingOf(chat: OpenChat, agentId: string): Standing {
  if (chat.entries.at(-1)?.type === 'end') return 'ended';
  const last = chat.entries
    .filter((entry) => entry.type === 'connect' || entry.type === 'disconnect')
    .filter(({ agent }) => agent.id === agentId)
    .at(-1);
  if (last?.type === 'disconnect') return 'left';
  return chat.lost ? 'lost' : 'live';
}

const isFromCustomer = (entry: DeskEntry): boolean =>
  (entry.type === 'msg' || entry.type === 'app' || entry.type === 'file') && entry.by === 'c';

/** How much of the customer's the agent hasn't seen. */
export const unreadOf = ({ entries, read }: OpenChat): number =>
  entries.reduce((count, entry) => (entry.seq > read && isFromCustomer(entry) ? count + 1 : count), 0);
