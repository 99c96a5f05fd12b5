import type { AgentRef } from '@offhook/livechat';
import { Deadlines } from './deadlines.js';
import { Queue } from './queue.js';

/** A page that shows at least one live chat. */
export interface DeskPage {
  readonly key: string;
  readonly web: string;
  readonly page: string;
  node: string;
  /** Its connection is lost: the chat is held for it until then. */
  lostUntil?: number | undefined;
  readonly chats: Set<string>;
}

/** A live chat, as far as the desk must know it. */
export interface LiveChat {
  readonly sid: string;
  readonly clientId?: string;
  readonly web: string;
  readonly node: string;
  readonly name: string;
  readonly topic: string;
  readonly customer?: string;
  readonly number?: string;
  readonly autoCallback: boolean;
  readonly skill?: string;
  priority: number;
  /** Orders those of one priority. */
  rank: number;
  state: 'queued' | 'connected';
  since: number;
  queueUntil?: number | undefined;
  closeUntil?: number | undefined;
  agents: AgentRef[];
  readonly pages: Map<string, DeskPage>;
  /** Keys of the pages that called Start. */
  readonly starters: Set<string>;
}

/** An agent who is logged in, or was until a moment ago. */
export interface DeskAgent {
  readonly id: string;
  name: string;
  skills?: readonly string[] | undefined;
  /** The nodes that it is linked to. */
  readonly nodes: Set<string>;
  lostUntil?: number | undefined;
  readonly chats: Set<string>;
}

/** What is remembered of an ended chat (P-6). */
export interface Tombstone {
  readonly sid: string;
  readonly clientId?: string;
  readonly until: number;
  /** Pages that saw the end. */
  readonly seen: string[];
  /** A page that opened was told, or another chat has begun since. */
  told: boolean;
  /** A start that gave its client id was told. */
  named: boolean;
}

/**
 * A site's desk: who waits, who talks to whom, who shows what. A projection of the stream `desk:<site>`, owned and changed by
 * one fold alone (`evolve`); all others read.
 */
export interface Desk {
  /** The number of the last event in it. */
  seq: number;
  readonly chats: Map<string, LiveChat>;
  readonly agents: Map<string, DeskAgent>;
  readonly pages: Map<string, DeskPage>;
  /** Live chats by web session, in the order of their start. */
  readonly byWeb: Map<string, Set<string>>;
  /** How many live chats a customer has, and a node. */
  readonly customers: Map<string, number>;
  readonly nodes: Map<string, number>;
  /** By web session; the one that ended first comes first. */
  readonly tombstones: Map<string, Tombstone[]>;
  readonly queue: Queue;
  readonly deadlines: Deadlines;
  nextRank: number;
  headRank: number;
}

/** A desk where nothing has happened. */
export const emptyDesk = (): Desk => ({
  seq: 0,
  chats: new Map(),
  agents: new Map(),
  pages: new Map(),
  byWeb: new Map(),
  customers: new Map(),
  nodes: new Map(),
  tombstones: new Map(),
  queue: new Queue(),
  deadlines: new Deadlines(),
  nextRank: 1,
  headRank: 0,
});

/** A page's name at the desk: a page of one web session can't pass for one of another. */
export const pageKey = (web: string, page: string): string => `${web} ${page}`;

/** Live chats of a web session, in the order of their start. */
export function chatsOfWeb({ byWeb, chats }: Desk, web: string): readonly LiveChat[] {
  const sids = byWeb.get(web);
  if (sids === undefined) return [];
  return [...sids].flatMap((sid) => chats.get(sid) ?? []);
}
