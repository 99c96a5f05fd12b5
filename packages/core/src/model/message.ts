import type { ChatRemark } from './chat.js';

/** A file in a chat. */
export interface MessageFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  /** Where it can be had. Never carries a token. */
  readonly url?: string;
}

/** How far a message of the customer's is. Others' messages are `delivered`. */
export type MessageStatus = 'pending' | 'sent' | 'delivered' | 'failed';

/** One message of a chat, or something that happened in it which is shown among its messages. */
export interface Message {
  /** Unique in its chat. */
  readonly id: string;
  /** Where it stands in the vendor's own order, if there is one. */
  readonly seq?: number;
  readonly kind: 'text' | 'app' | 'file' | 'joined' | 'left' | 'notice';
  readonly by: 'customer' | 'agent' | 'bot' | 'system';
  /** The name of whoever wrote it, or who joined or left. */
  readonly author?: string;
  /** Plain text: never to be rendered as markup. */
  readonly text?: string;
  /** What an app sent to the other side's app. */
  readonly data?: unknown;
  readonly file?: MessageFile;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly status: MessageStatus;
  /** Why it failed. */
  readonly error?: ChatRemark;
}
