import type { ChatRemark } from '@offhook/core';

/** Something that the customer wrote, or the page's app says to the other side's, on its way. */
export interface Outgoing {
  /** The same for each try, over reloads and tabs. */
  readonly id: string;
  readonly kind: 'text' | 'app';
  /** Of a `text`. */
  readonly text?: string;
  /** Of an `app`: what it is called, and what is in it. */
  readonly name?: string;
  readonly data?: unknown;
  /** When it was written, in wall-clock milliseconds. */
  readonly at: number;
}

/** One that won't be sent unless somebody asks for it again. */
export interface FailedOutgoing extends Outgoing {
  readonly error: ChatRemark;
}
