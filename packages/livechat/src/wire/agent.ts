import type { RefusalCode } from './codes.js';
import type { AgentRef, Entry } from './entry.js';
import type { PastChat } from './customer.js';
import type { IceRequest, IceServer, MediaRequest, SignalFrame, SignalRequest } from './media.js';

/** A chat as the agents' desk shows it. */
export interface DeskChat {
  readonly sid: string;
  readonly clientId?: string;
  readonly state: 'queued' | 'connected' | 'ended';
  /** From 1, while it waits. */
  readonly position?: number;
  /** What the customer is called, or ''. */
  readonly name: string;
  readonly topic: string;
  /** Since when it waits or goes on; ISO 8601. */
  readonly since: string;
  readonly agents: readonly AgentRef[];
  /** Whether a page of the customer's shows it now. */
  readonly attached: boolean;
}

/** What an agent's page asks. Answered by one `ok` or `no` with the same `n`. */
export type AgentRequest =
  /** The first frame of each connection; `since` as a customer's. `seat` names the page, as `page` a customer's. */
  | {
      readonly t: 'hello';
      readonly n: number;
      readonly v: 1;
      readonly token: string;
      readonly seat?: string;
      readonly since?: Readonly<Record<string, number>>;
    }
  /** The one named, or the one that waits longest. */
  | { readonly t: 'accept'; readonly n: number; readonly sid?: string }
  | {
      readonly t: 'send';
      readonly n: number;
      readonly sid: string;
      readonly id: string;
      readonly msg: string;
    }
  | {
      readonly t: 'app';
      readonly n: number;
      readonly sid: string;
      readonly id: string;
      readonly data: unknown;
    }
  | { readonly t: 'typing'; readonly n?: number; readonly sid: string; readonly state: 0 | 1 }
  | { readonly t: 'leave'; readonly n: number; readonly sid: string; readonly text?: string }
  /** `to` is an agent's id or name. `invite` makes a conference of it; `transfer` leaves as well. */
  | { readonly t: 'invite' | 'transfer'; readonly n: number; readonly sid: string; readonly to: string }
  /** Records a callback to this number, or the customer's own. */
  | { readonly t: 'callback'; readonly n: number; readonly sid: string; readonly number?: string }
  | { readonly t: 'end'; readonly n: number; readonly sid: string }
  /** Earlier chats of a live chat's customer. */
  | { readonly t: 'history'; readonly n: number; readonly sid: string }
  | (MediaRequest & { readonly sid: string })
  | SignalRequest
  | IceRequest
  | { readonly t: 'logout'; readonly n: number }
  | { readonly t: 'ping'; readonly n: number };

/** What the server tells an agent's page. */
export type AgentFrame =
  /** Answers `hello`; the desk follows as `desk` frames, missed entries as `entries`. */
  | {
      readonly t: 'welcome';
      readonly n: number;
      readonly v: 1;
      readonly now: string;
      readonly agent: AgentRef;
    }
  | {
      readonly t: 'ok';
      readonly n: number;
      readonly sid?: string;
      readonly seq?: number;
      readonly time?: string;
      readonly chats?: readonly PastChat[];
      readonly ice?: readonly IceServer[];
    }
  | {
      readonly t: 'no';
      readonly n: number;
      readonly code: RefusalCode;
      readonly text?: string;
      readonly retryAfterMs?: number;
    }
  /**
   * The desk as this agent sees it: who waits, in order, at most the first 100 of `waitingCount`; the agent's own chats; who
   * is logged in. After changes, but at most some ten times a second.
   */
  | {
      readonly t: 'desk';
      readonly waiting: readonly DeskChat[];
      readonly waitingCount: number;
      readonly own: readonly DeskChat[];
      readonly agents: readonly AgentRef[];
    }
  | SignalFrame
  /** Of an own chat, from its first entry on; also after one has joined late. */
  | { readonly t: 'entries'; readonly sid: string; readonly entries: readonly Entry[] }
  | { readonly t: 'typing'; readonly sid: string; readonly state: 0 | 1; readonly name?: string };
