import type { Chat, ChatRemark } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** What the server lets the customer know, in the page's language where it has words for that. */
export function noticeText(notice: ChatRemark, { chat: texts }: Texts): string {
  const words: Readonly<Record<string, string>> = texts.notice;
  return Object.hasOwn(words, notice.code) ? (words[notice.code] ?? notice.text) : notice.text;
}

/** What the customer is to know of the chat as it is now, if anything. */
export function chatNotice(chat: Chat | undefined, texts: Texts): string {
  if (chat?.state === 'interrupted') return texts.chat.offlineHint;
  return chat?.notice === undefined ? '' : noticeText(chat.notice, texts);
}
