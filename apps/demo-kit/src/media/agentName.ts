import type { Chat } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** Who is at the other side of a chat, to begin a sentence with. */
export const agentName = (chat: Chat | undefined, { chat: texts }: Texts): string =>
  chat?.agents.map(({ name }) => name).join(', ') || texts.media.theAgent;
