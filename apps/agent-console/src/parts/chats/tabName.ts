import { customerOf, standingOf, unreadOf, type Standing } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';

/** How a chat stands, in one word; nothing while it goes on. */
export const standingWord: Readonly<Record<Standing, string>> = {
  live: '',
  left: 'left',
  ended: 'ended',
  lost: 'over',
};

/** The customer's name, also where there is none. */
export function shownName(chat: OpenChat): string {
  const name = customerOf(chat);
  return name === '' ? 'Customer' : name;
}

/** What a chat's tab is called: who it is, what is unread, and whether it is over. */
export function tabName(chat: OpenChat, agentId: string): string {
  const unread = unreadOf(chat);
  const word = standingWord[standingOf(chat, agentId)];
  return [shownName(chat), ...(unread > 0 ? [`${unread} unread`] : []), ...(word === '' ? [] : [word])].join(
    ', ',
  );
}
