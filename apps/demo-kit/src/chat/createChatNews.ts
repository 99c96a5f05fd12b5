import { createCurrent, isRunningChat, type Current, type Offhook } from '@offhook/core';
import type { Texts } from '../texts/english.js';
import type { ChatWindow } from './createChatWindow.js';

/** What came while nobody looked. */
export interface ChatNews {
  readonly count: number;
  /** Who wrote last, if that is known. */
  readonly author: string | undefined;
}

const none: ChatNews = { count: 0, author: undefined };

/**
 * Counts what agents write while the chat is not open, and opens it by itself when a chat goes on from another page or
 * tab. For as long as the client lives.
 */
export function createChatNews(client: Offhook, chatWindow: ChatWindow): Current<ChatNews> {
  const news = createCurrent(none);
  client.chatFocus.listen((chat) => {
    if (chat !== undefined && isRunningChat(chat)) chatWindow.show();
  });
  client.on('chat.message.received', ({ message: { author } }) => {
    if (chatWindow.view.value !== 'open') news.set({ count: news.value.count + 1, author });
  });
  chatWindow.view.listen((view) => {
    if (view === 'open') news.set(none);
  });
  return news;
}

/** What the minimised chat says: nothing while there is nothing new. */
export const newsText = ({ count, author }: ChatNews, { chat: texts }: Texts): string =>
  count === 0 ? '' : texts.news(count, author ?? texts.author.agent);
