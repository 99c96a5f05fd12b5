import { createCurrent, type Chat, type Offhook } from '@offhook/core';
import { english } from '../texts/english.js';
import { createChatNews, newsText } from './createChatNews.js';
import { createChatWindow } from './createChatWindow.js';

function desk() {
  const chatFocus = createCurrent<Chat | undefined>(undefined);
  let write = (_author?: string): void => {};
  const client = {
    chatFocus,
    on(type: string, handler: (event: unknown) => void) {
      expect(type).toBe('chat.message.received');
      write = (author) => handler({ message: { author } });
    },
  } as unknown as Offhook;
  const chatWindow = createChatWindow({ session: 's', storage: undefined });
  const news = createChatNews(client, chatWindow);
  return {
    chatWindow,
    news,
    said: () => newsText(news.value, english),
    write: (author?: string) => write(author),
    be: (state: Chat['state']) => chatFocus.set({ state } as Chat),
  };
}

test('what comes while the chat is minimised is counted and told, until it is open', () => {
  const { chatWindow, said, write } = desk();
  chatWindow.open();
  write('Ann');
  expect(said()).toBe('');
  chatWindow.minimise();
  write('Ann');
  write();
  write('Bo');
  expect(said()).toBe('3 new, the last from Bo');
  chatWindow.open();
  expect(said()).toBe('');
});

test('who wrote it is an agent where nobody knows the name', () => {
  const { said, write } = desk();
  write();
  expect(said()).toBe('1 new, the last from Agent');
});

test('a chat that goes on opens by itself, one that has yet to begin doesn’t', () => {
  const { chatWindow, be } = desk();
  be('idle');
  be('starting');
  be('ended');
  expect(chatWindow.view.value).toBe('closed');
  be('queued');
  expect(chatWindow.view.value).toBe('open');
});
