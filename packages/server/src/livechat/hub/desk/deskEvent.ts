import type { AgentRef } from '@offhook/livechat';

/** A page and the chats that it shows. */
export interface PageChats {
  readonly web: string;
  readonly page: string;
  readonly sids: readonly string[];
}

interface Happened {
  /** Wall-clock milliseconds since 1970. */
  readonly at: number;
}

/** A chat began: it waits, at the tail. */
export interface Started extends Happened {
  readonly t: 'started';
  readonly sid: string;
  readonly clientId?: string;
  readonly web: string;
  readonly page: string;
  readonly node: string;
  readonly name: string;
  readonly topic: string;
  /** Hash of the customer's key. */
  readonly customer?: string;
  /** Where a callback would go. */
  readonly number?: string;
  readonly autoCallback: boolean;
  readonly priority: number;
  readonly skill?: string;
  /** When the wait is over. */
  readonly until: number;
}

/** What happened at a desk. Deadlines are in it, so that it means the same whatever the settings are later. */
export type DeskEvent =
  | Started
  /** Pages show these chats, on this node: by `open`, or back after a loss. */
  | (Happened & { readonly t: 'opened'; readonly node: string; readonly pages: readonly PageChats[] })
  /** A page said Close. */
  | (Happened & PageChats & { readonly t: 'left'; readonly until: number })
  /** Connections of pages, by their keys, went away. */
  | (Happened & {
      readonly t: 'lost';
      readonly node: string;
      readonly pages: readonly string[];
      readonly until: number;
    })
  | (Happened & { readonly t: 'connected'; readonly sid: string; readonly agent: AgentRef })
  /** An agent is out of a chat; the last one's chat waits again until `until`. */
  | (Happened & {
      readonly t: 'parted';
      readonly sid: string;
      readonly agent: string;
      readonly until: number;
    })
  /** Its web session is told of it until `until`. */
  | (Happened & { readonly t: 'ended'; readonly sid: string; readonly until: number })
  /** A web session was told that its chat has ended: a page that opened, or a start with that client id. */
  | (Happened & { readonly t: 'told'; readonly web: string; readonly clientId?: string })
  /** A page that was away came to know the ends of these. */
  | (Happened & PageChats & { readonly t: 'saw' })
  | (Happened & {
      readonly t: 'agentIn';
      readonly agent: AgentRef;
      readonly node: string;
      readonly skills?: readonly string[];
    })
  | (Happened & {
      readonly t: 'agentLost';
      readonly agent: string;
      readonly node: string;
      readonly until: number;
    })
  | (Happened & { readonly t: 'agentOut'; readonly agent: string })
  /** A node died or stopped: its pages and agents are lost. */
  | (Happened & {
      readonly t: 'nodeDead';
      readonly node: string;
      readonly pagesUntil: number;
      readonly agentsUntil: number;
    });
