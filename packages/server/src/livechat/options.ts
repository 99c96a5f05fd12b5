import type { Clock } from '../clock.js';
import type { ChatMetrics } from '../metrics/chatMetrics.js';
import type { AgentsOf } from './agents/loginRoute.js';
import type { ChatLogEntry } from './chatLog.js';
import type { FileTypes } from './files/fileTypes.js';
import type { Origins } from './http/originPolicy.js';
import type { ChatHubOptions } from './hub/chatHub.js';
import type { Settings } from './hub/settings.js';
import type { IceOptions } from './ice/iceOptions.js';
import type { SocketLimits } from './links/socketConnection.js';
import type { SessionLog } from './log/sessionLog.js';

/** A callback that somebody waits for (P-13). */
export interface ChatCallbackRequest {
  readonly site: string;
  readonly sid: string;
  readonly number: string;
  /** Who asked for it: the customer, an agent, or the desk itself. */
  readonly by: 'c' | 'a' | 's';
}

/** How a live chat is set up. */
export interface LiveChatOptions {
  /** Where chats are kept: `openLog()`, or one of its kinds. Closed with the chat. */
  readonly log: SessionLog;
  /** Pages that may chat: exact origins such as `https://www.example.com`, or a function that knows them. */
  readonly origins: Origins;
  /** Who may work as an agent. Compare passwords in constant time; wrong ones are limited here. */
  readonly agents: AgentsOf;
  /** Whether pages choose their site by `?session=`: for laptops and tests. Without it there is one site, `main`. */
  readonly sites?: boolean;
  /** Whether each start needs the session's token in `pAccessToken` (P-1). One that is there is always checked. */
  readonly requireToken?: boolean;
  /** Whether customers' details have to be encrypted (P-2); needs `key`. */
  readonly requireEncrypted?: boolean;
  /** Opens encrypted details: 32 bytes that the bank's web server has too (T-204). */
  readonly key?: Uint8Array;
  /** Whether customers have to read a captcha before they start (P-15, P-16). */
  readonly captcha?: boolean;
  readonly files?: {
    /** Where files are kept; the same for all nodes. Below the system's temporary folder unless given. */
    readonly folder?: string;
    /** The largest file: 20 MB unless given. */
    readonly maxBytes?: number;
    readonly types?: FileTypes;
  };
  /** Makes the tokens: 32 characters at least. One is made and kept with the log unless given. */
  readonly secret?: string;
  /** What the desk goes by where it isn't the default. */
  readonly settings?: Partial<Settings>;
  /** The ICE servers that pages are told of that name none of their own (T-76); none unless given. */
  readonly ice?: IceOptions;
  /** Turns the fault switch on (`/tetherfi/switch/…`), for whoever shows it as a bearer token. Never in production. */
  readonly switchKey?: string;
  readonly agentDetails?: ChatHubOptions['agentDetails'];
  /** Told once of each callback. */
  readonly onCallback?: (callback: ChatCallbackRequest) => void;
  /** Takes the log's lines. Unless given, warnings and failures go to standard error, as JSON. */
  readonly onLog?: (entry: ChatLogEntry) => void;
  /** Counts: Prometheus' unless given. */
  readonly metrics?: ChatMetrics;
  /** Whether `X-Forwarded-For`, `-Proto` and `-Host` are a proxy's of yours. */
  readonly trustProxy?: boolean;
  /** How long connections may be silent and how far behind, where it isn't the default. */
  readonly limits?: Partial<SocketLimits>;
  /** Time; the machine's own unless given. */
  readonly clock?: Clock;
  /** The folders of the built scripts and of the agent console, where they aren't the packages' own. */
  readonly folders?: { readonly scripts?: string; readonly console?: string };
}
