import type { Chat } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** What status `Chat state` says. */
export function chatStateText(chat: Chat | undefined, { chat: texts }: Texts): string {
  switch (chat?.state) {
    case 'starting':
    case 'queued':
      return texts.waiting;
    case 'connected':
      return texts.withAgents(agentNames(chat) || texts.someAgent);
    case 'interrupted':
      return texts.connectionLost;
    case 'ended':
      // The vendor's script gave it up: it can't tell who ended it.
      return chat.endedBy === 'library' ? texts.connectionLost : texts.endedBy[chat.endedBy ?? 'server'];
    default:
      return texts.notStarted;
  }
}

/** What status `Typing` says: nothing while nobody writes. */
export const typingText = (chat: Chat | undefined, { chat: texts }: Texts): string =>
  chat?.typing === true ? texts.isTyping(agentNames(chat) || texts.author.agent) : '';

/** What status `Queue position` says: nothing once the chat waits no more. */
export const queueText = (position: number | undefined, { chat: texts }: Texts): string =>
  position === undefined ? '' : texts.queueAt(position);

const agentNames = ({ agents }: Chat): string => agents.map(({ name }) => name).join(', ');
