import type { FaultCode, OpenCode, RefusalCode, StartCode } from './codes.js';
import type { AgentRef, Entry } from './entry.js';
import type { IceRequest, IceServer, MediaRequest, SignalFrame, SignalRequest } from './media.js';

/** A record as the documented `Session.trans` has it (rows T-59 to T-62); `msg` is URL-encoded. */
export type TransRecord =
  | { readonly type: 'msg'; readonly by: 'c' | 'a'; readonly msg: string; readonly time: string }
  | {
      readonly type: 'connect' | 'disconnect';
      readonly id: string;
      readonly name: string;
      readonly time: string;
    };

/** A chat as a page gets it that opens it. */
export interface ChatView {
  readonly sid: string;
  readonly clientId?: string;
  /** The log up to here is in `entries`; what comes later comes as frames. */
  readonly seq: number;
  /** All but `start`. */
  readonly entries: readonly Entry[];
  /** Those in the chat now, in the order of their coming. `index`: how many trans records came before (P-8). */
  readonly agents: readonly (AgentRef & { readonly index: number })[];
}

/** An earlier chat of the same customer. */
export interface PastChat {
  readonly sid: string;
  readonly trans: readonly TransRecord[];
}

/** What a page asks. A request with `n` is answered by one `ok` or `no` with the same `n`; without it by nothing. */
export type CustomerRequest =
  /**
   * The first frame of each connection. `page` is random and the page's own for as long as it lives; `since` names the chats
   * that it shows and the last `seq` that it has of each.
   */
  | {
      readonly t: 'hello';
      readonly n: number;
      readonly v: 1;
      readonly page: string;
      readonly token?: string;
      readonly since?: Readonly<Record<string, number>>;
    }
  | { readonly t: 'open'; readonly n: number }
  | {
      readonly t: 'start';
      readonly n: number;
      /** Whatever `Start` was given, a string as it is (P-2). */
      readonly details: unknown;
      /** The bot's history. */
      readonly bot?: string;
      readonly clientId?: string;
    }
  /** Leaves one chat, or all of this page. Not their end. */
  | { readonly t: 'close'; readonly n: number; readonly sid?: string }
  | {
      readonly t: 'send';
      readonly n: number;
      readonly sid?: string;
      readonly id: string;
      readonly msg: string;
    }
  | {
      readonly t: 'app';
      readonly n: number;
      readonly sid?: string;
      readonly id: string;
      readonly kind: string;
      readonly data: unknown;
    }
  /** 0 started, 1 stopped. */
  | { readonly t: 'typing'; readonly n?: number; readonly sid?: string; readonly state: 0 | 1 }
  | { readonly t: 'end'; readonly n: number; readonly sid?: string; readonly reason?: string }
  | { readonly t: 'callback'; readonly n: number; readonly sid?: string; readonly number: string }
  | { readonly t: 'campaign'; readonly n: number; readonly data: unknown }
  | MediaRequest
  | SignalRequest
  | IceRequest
  | { readonly t: 'ping'; readonly n: number };

/** What the server tells a page. */
export type CustomerFrame =
  /** Answers `hello`. What was missed of the chats in `since` follows at once, as `entries`. */
  | {
      readonly t: 'welcome';
      readonly n: number;
      readonly v: 1;
      readonly now: string;
      /** Chats of `since` that go on for this page, and the ones that nobody knows any more. */
      readonly on: readonly string[];
      readonly gone: readonly string[];
    }
  | ({ readonly t: 'ok'; readonly n: number } & CustomerAnswer)
  | {
      readonly t: 'no';
      readonly n: number;
      readonly code: StartCode | OpenCode | RefusalCode;
      /** For people and logs; has no secret. */
      readonly text?: string;
      readonly retryAfterMs?: number;
    }
  /** In order, without a gap to the ones before. */
  | {
      readonly t: 'entries';
      readonly sid: string;
      readonly clientId?: string;
      readonly entries: readonly Entry[];
    }
  /** From 1. Only to pages that started the chat. */
  | { readonly t: 'queue'; readonly sid: string; readonly clientId?: string; readonly position: number }
  | {
      readonly t: 'typing';
      readonly sid: string;
      readonly clientId?: string;
      readonly state: 0 | 1;
      readonly name?: string;
    }
  | {
      readonly t: 'history';
      readonly sid: string;
      readonly clientId?: string;
      readonly chats: readonly PastChat[];
    }
  | SignalFrame
  /** The captcha's text is another now: load the image anew. */
  | { readonly t: 'captcha' }
  /** What nobody asked for with an `n`: a request with one is refused by its `no` alone. */
  | { readonly t: 'fault'; readonly code: FaultCode };

/** What an `ok` says beside that it is so; which, is told by the request. */
export interface CustomerAnswer {
  /** Of `open`: all live chats of the web session. */
  readonly chats?: readonly ChatView[];
  /** Of `start`, `send`, `app`, `media`, `callback`. */
  readonly sid?: string;
  readonly clientId?: string;
  /** Of `send`, `app` and `media`: where it stands in the log. */
  readonly seq?: number;
  readonly time?: string;
  /** Of `ice`. */
  readonly ice?: readonly IceServer[];
  /** Of `campaign` (row T-173). */
  readonly resultCode?: string;
  readonly resultMessage?: string;
}
