import type { NoticeCode } from './codes.js';
import type { MediaEntryBody } from './media.js';

/** Somebody who works for the company. */
export interface AgentRef {
  readonly id: string;
  readonly name: string;
}

/** A file that was uploaded whole. */
export interface FileRef {
  /** Random; names the file on the server. */
  readonly id: string;
  /** As the others see it: without path parts, and unique in the chat (`a.pdf`, `a (2).pdf`). */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** What is said and done in a chat. `c` is the customer, `a` an agent, `s` the server itself. */
export type EntryBody =
  /** The first of each chat. Only agents get it: `details` are what the customer is known by. */
  | {
      readonly type: 'start';
      readonly clientId?: string;
      readonly details: Readonly<Record<string, string>>;
      /** What the customer told the bot before. */
      readonly bot?: string;
    }
  | { readonly type: 'msg'; readonly by: 'c' | 'a'; readonly msg: string; readonly agent?: AgentRef }
  /** `kind` is the customer's own word (row T-72); an agent's has text alone (row T-162). */
  | {
      readonly type: 'app';
      readonly by: 'c' | 'a';
      readonly kind?: string;
      readonly data: unknown;
      readonly agent?: AgentRef;
    }
  | {
      readonly type: 'connect';
      readonly agent: AgentRef;
      readonly how: 'accept' | 'invite' | 'transfer';
    }
  | {
      readonly type: 'disconnect';
      readonly agent: AgentRef;
      /** `lost`: the agent's own connection went away and did not come back. */
      readonly how: 'leave' | 'transfer' | 'logout' | 'lost' | 'end';
      readonly text?: string;
    }
  /** `page` is the page that uploaded it. */
  | {
      readonly type: 'file';
      readonly by: 'c' | 'a';
      readonly file: FileRef;
      readonly agent?: AgentRef;
      readonly page?: string;
    }
  | {
      readonly type: 'callback';
      readonly by: 'c' | 'a' | 's';
      readonly ok: boolean;
      readonly number?: string;
    }
  /** Audio, video, a shared screen or page: a step of it. */
  | MediaEntryBody
  /** Comes before the `end` that it leads to. */
  | { readonly type: 'notice'; readonly code: NoticeCode }
  | {
      readonly type: 'end';
      readonly by: 'client' | 'agent' | 'server';
      /** What the customer's page gave to `End`; absent when it gave nothing. */
      readonly reason?: string;
      /** Why the server did it. */
      readonly why?: 'closed' | 'vanished' | 'notice' | 'cap';
    };

/** One entry of a chat's log, as it was written: never changed, numbered without gaps from 1. */
export type Entry = EntryBody & {
  readonly seq: number;
  /** The sender's own id where there is one: a second send of it is the same entry. */
  readonly id: string;
  /** When the server accepted it: ISO 8601, UTC, milliseconds; never earlier than the entry's before. */
  readonly time: string;
};
