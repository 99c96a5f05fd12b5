import { fields, type Fields } from '../../read.js';
import type { ChatPage } from '../channel/chatPage.js';
import { unpacked } from '../wire.js';

/** What goes on in this tab, so that it goes on in the same way when the page is loaded anew. No secret is in it. */
export interface KeptMedia {
  /** What was asked for; nothing in it is certain. */
  read(what: 'call' | 'show'): Fields;
  /** Undefined takes it away. */
  write(what: 'call' | 'show', asked: object | undefined): void;
}

export const keptMedia = (memory: ChatPage['memory'], key: string): KeptMedia => ({
  read: (what) => fields(unpacked(memory.read(`${key}.${what}`))),
  write: (what, asked) => memory.write(`${key}.${what}`, asked && JSON.stringify(asked)),
});
