import type { MessageWrite } from '../http/schemas.js';
import { mergeById } from './mergeById.js';

/** What is kept of a group of messages: all that its writes told together. */
export type MessageEntry = Omit<MessageWrite, 'session' | 'writeId'>;

/** What is known after another write: each message once, in the order of their times. */
export function mergeMessages(known: MessageEntry | undefined, write: MessageEntry): MessageEntry {
  const messages = mergeById(known?.messages ?? [], write.messages);
  return { ...known, ...write, messages: [...messages].sort((a, b) => a.at - b.at) };
}
