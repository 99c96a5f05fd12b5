import type { DeskChat, PastChat, RefusalCode } from '@offhook/livechat';
import type { MediaSessions } from '@offhook/livechat/media';
import type { DeskEntry } from './wire/readEntry.js';

/** What the agent has written and the chat's log doesn't have yet. */
export interface Outgoing {
  /** Goes with it: however often it is sent, the log has it once. */
  readonly id: string;
  readonly kind: 'send' | 'app';
  readonly text: string;
  /** When it was written; epoch milliseconds. */
  readonly at: number;
  /** Why it was refused; it then waits for the agent's word. */
  readonly refused?: { readonly code: RefusalCode; readonly text?: string };
}

/** A file on its way to a chat. */
export interface Outfile {
  readonly id: string;
  readonly name: string;
  readonly failed?: string;
}

/** Earlier chats of the customer. */
export type Earlier =
  { readonly state: 'asked' | 'failed' } | { readonly state: 'there'; readonly chats: readonly PastChat[] };

/** A chat that the agent has, or has had, in a tab. */
export interface OpenChat {
  readonly sid: string;
  /** As the desk showed it last. */
  readonly shown?: DeskChat;
  /** The log from 1 on, without a gap. */
  readonly entries: readonly DeskEntry[];
  /** What came before its turn. */
  readonly early: readonly DeskEntry[];
  /** The last call, and what the customer showed last, as the log has them. */
  readonly media: MediaSessions;
  /** The agent has seen it up to here. */
  readonly read: number;
  /** Who writes just now. */
  readonly typing?: string | undefined;
  readonly outgoing: readonly Outgoing[];
  readonly outfiles: readonly Outfile[];
  readonly earlier?: Earlier;
  /** The server doesn't count it among the agent's any more, and how that came was not seen. */
  readonly lost: boolean;
}

/** A chat of which nothing is known yet. */
export const newChat = (sid: string): OpenChat => ({
  sid,
  entries: [],
  early: [],
  media: {},
  read: 0,
  outgoing: [],
  outfiles: [],
  lost: false,
});
