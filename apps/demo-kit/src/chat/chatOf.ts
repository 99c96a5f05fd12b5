import type { Chat, Offhook } from '@offhook/core';

/** One chat as it is at this moment; without an id the one in focus. */
export const chatOf = (client: Offhook, chatId: string | undefined): Chat | undefined =>
  (chatId === undefined ? client.chatFocus : client.chats.get(chatId)).value;
