import type { AgentRef, Entry, FileRef, IceServer, TransRecord } from '@offhook/livechat';
import { type Clock } from '../../clock.js';
import { type SessionLog } from '../log/sessionLog.js';
import { type Admission } from './admission.js';
import { type AgentLink, type AgentPeer } from './agentPeer.js';
import { type HubMetrics } from './hubMetrics.js';
import { type Settings } from './settings.js';
import { type Visitor, type VisitorLink } from './visitor.js';

/** A chat as the control API shows it. */
export interface ChatStatus {
  /** The same as `sid`. */
  readonly id: string;
  readonly sid: string;
  readonly clientId?: string;
  readonly state: 'queued' | 'connected' | 'ended';
  /** From 1, while it waits. */
  readonly queuePosition?: number;
  readonly agents: readonly AgentRef[];
  readonly trans: readonly TransRecord[];
  readonly details: Readonly<Record<string, string>>;
}

/** A callback that was recorded (P-13). */
export interface CallbackRecord {
  readonly sid: string;
  readonly number: string;
  readonly by: 'c' | 'a' | 's';
  /** ISO 8601. */
  readonly time: string;
}

/** A campaign contact (P-24). */
export interface CampaignContact {
  readonly id: string;
  readonly data: unknown;
  /** ISO 8601. */
  readonly time: string;
}

/** The chat of one's own that a page or an agent may read. */
export interface ReadableChat {
  readonly sid: string;
  /** Whether it goes on. */
  readonly live: boolean;
  /** Whether this page shows it, or this agent is in it: only those may write. */
  readonly attached: boolean;
}

/** Who uploads a file: the customer on a page, or an agent. */
export type Uploader = { readonly page: string } | { readonly agent: AgentRef };

/** Options of `createChatHub`. */
export interface ChatHubOptions {
  readonly log: SessionLog;
  readonly clock: Clock;
  /** Random ids that cannot be guessed: 128 bits, base64url. */
  readonly ids: () => string;
  /** This process's own name, another at each start of it. */
  readonly node: string;
  readonly settings: (site: string) => Settings;
  readonly admission: Admission;
  /** An accepting agent's details, such as from a directory: rejects when they cannot be had, undefined when they are wrong. */
  readonly agentDetails?: (site: string, agent: AgentRef) => Promise<AgentRef | undefined>;
  /** The ICE servers that pages are told of when they ask, with credentials that hold for a while; none unless given. */
  readonly ice?: () => readonly IceServer[];
  /** Told once of each callback that was recorded, at the node that did it. */
  readonly onCallback?: (
    site: string,
    callback: { readonly number: string; readonly sid: string; readonly by: 'c' | 'a' | 's' },
  ) => void;
  /** Something went wrong that nobody asked for: for the service's log. Names no customer. */
  readonly onProblem?: (what: string, error: unknown) => void;
  readonly metrics?: HubMetrics;
}

/** The live chats of all sites, as one node serves them. All that lasts is in the log: another node, or this one after a restart, goes on. */
export interface ChatHub {
  /** A connection of a customer's page; `hello` follows. */
  visitor(visitor: Visitor): VisitorLink;
  /** A connection of an agent's page; `hello` follows. */
  agent(peer: AgentPeer): AgentLink;
  /** The beacon of a page that goes away (P-5): closes one chat of the page, or all. */
  closePage(site: string, web: string, page: string, sid?: string): Promise<void>;
  /** The chat that this web session may read, live or ended a short time ago; without `sid` its only live one, or the page's. */
  chatOf(site: string, web: string, page: string, sid?: string): Promise<ReadableChat | undefined>;
  /** The live chat that the agent is in. */
  agentChat(site: string, agentId: string, sid: string): Promise<ReadableChat | undefined>;
  /** Names the file uniquely in its chat (P-18) and tells all. Rejects `LogError` 'closed' when the chat has ended. */
  addFile(site: string, sid: string, by: 'c' | 'a', file: FileRef, who: Uploader): Promise<Entry>;
  fileNamed(site: string, sid: string, name: string): Promise<FileRef | undefined>;
  /** The captcha's text is another now (P-15): tells all pages of the web session but one, at all nodes. */
  captchaReset(site: string, web: string, exceptPage?: string): void;
  /** Whether the web session has a live chat. */
  isLive(site: string, web: string): Promise<boolean>;
  /** The live chats, and those that ended a short time ago. */
  chats(site: string): Promise<readonly ChatStatus[]>;
  callbacks(site: string): Promise<readonly CallbackRecord[]>;
  campaign(site: string): Promise<readonly CampaignContact[]>;
  /** Forgets a site and closes its connections, at all nodes. */
  reset(site: string): Promise<void>;
  /** From now on no chat starts here: the others go on. */
  drain(): void;
  /** Stops, and lets the other nodes know that the pages here are lost. */
  close(): Promise<void>;
  /** Why no chat can be taken now; undefined when one can. */
  ready(): Promise<string | undefined>;
}
