import type { Message } from '@offhook/core';
import type { Texts } from '../texts/english.js';
import { webHref } from './webHref.js';

/** One message of a chat, as the log shows it. All of it is text. */
export interface ChatMessageRow {
  readonly kind: 'message';
  readonly id: string;
  readonly own: boolean;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  /** The file that it brings; `href` where it can be had. */
  readonly file: { readonly name: string; readonly href: string | undefined } | undefined;
  /** How far an own one is. */
  readonly status: string | undefined;
  readonly failed: boolean;
}

/** Something that happened between the messages. */
export interface ChatLineRow {
  readonly kind: 'line';
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

export type ChatRow = ChatMessageRow | ChatLineRow;

/** What log `Messages` shows for one message; `undefined` for what has no words for people. */
export function chatRow(message: Message, { chat: texts }: Texts): ChatRow | undefined {
  const { id, at, text = '', author = texts.author.agent } = message;
  switch (message.kind) {
    case 'joined':
      return { kind: 'line', id, at, text: texts.joined(author) };
    case 'left':
      return { kind: 'line', id, at, text: texts.left(author) };
    case 'notice':
      return text === '' ? undefined : { kind: 'line', id, at, text };
    case 'app':
      // What one app says to the other has words for people, or none.
      return text === '' ? undefined : messageRow(message, texts);
    default:
      return messageRow(message, texts);
  }
}

function messageRow(
  { id, by, author, text = '', file, at, status }: Message,
  texts: Texts['chat'],
): ChatMessageRow {
  const own = by === 'customer';
  return {
    kind: 'message',
    id,
    own,
    author: own ? texts.author.customer : (author ?? texts.author[by]),
    text,
    at,
    file: file && { name: file.name, href: webHref(file.url) },
    status: own ? texts.messageStatus[status] : undefined,
    failed: own && status === 'failed',
  };
}
