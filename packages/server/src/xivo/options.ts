import type { Clock } from '../clock.js';
import type { EventLog } from '../events/eventLog.js';
import type { ServiceMetrics } from '../metrics/serviceMetrics.js';
import type { LogEntry } from './serviceLog.js';
import type { Jwk } from './tokenKey.js';
import type { XivoAnswer } from './xivoAnswer.js';
import type { XivoCall, XivoClaims } from './xivoCall.js';

/** What goes with a call. */
export interface XivoCallContext {
  /**
   * A page's address for this call: with `call=` in its query and `#ticket=` in its fragment, with which the page may ask for the
   * call's context. Only for pages of your own: whoever has the ticket has the context.
   */
  paneUrl(url: string): string;
  /** Aborted when the time for an answer is over. */
  readonly signal: AbortSignal;
  /** Which of the service's channels the call came by. */
  readonly channel: string;
  /** What the agent's token says. */
  readonly claims: XivoClaims | undefined;
  /** Whether that can be believed: the service has the key and the token was signed with it. */
  readonly verified: boolean;
}

/** Somebody logged in at an agent desktop or assistant. Rows. */
export interface XivoLogin {
  readonly login: string;
  /** A secret: keep it out of logs. */
  readonly token: string;
  /** Where: the address of the XiVO CC. */
  readonly host: string;
  readonly claims: XivoClaims | undefined;
  readonly verified: boolean;
  readonly channel: string;
}

/** How a service is set up. */
export interface XivoServiceOptions {
  /**
   * Says what the agent desktop does about a call. Asked once for a call and agent, however often the desktop asks. A throw, a
   * wrong answer or none within `budgetMs` is `{ action: 'none' }`. A text is sent as it stands, when it is an answer's JSON.
   */
  onCall(call: XivoCall, context: XivoCallContext): XivoAnswer | string | Promise<XivoAnswer | string>;
  /** Told of each login. A throw is an error 500, which no agent sees. */
  onLogin?(login: XivoLogin): void | Promise<void>;
  /** Agent desktops that may ask, by exact origin: `https://agents.example.com`. */
  readonly origins: readonly string[];
  /** Origins of your pages: those in panes, and those that follow the events. None unless given. */
  readonly pages?: readonly string[];
  /** Verifies `user.token`: the shared secret, or a public key as PEM or JWK. Without it tokens are only decoded. */
  readonly key?: string | Jwk;
  /** Signs tickets: 32 characters at least, the same on all nodes. Random unless given, which is right for one node. */
  readonly secret?: string;
  /** How long a ticket is good for; 600,000 ms unless given. Pages that open at the end of long calls need more. */
  readonly ticketMs?: number;
  /** Where the service is: `/xivo` unless given. */
  readonly path?: string;
  /** How long `onCall` may take: 1,000 ms unless given. */
  readonly budgetMs?: number;
  /** How long a request's body may take: 5,000 ms unless given. */
  readonly bodyMs?: number;
  /** Where events are kept: `memoryEvents()` unless given, for one node. */
  readonly events?: EventLog;
  /** Which channel an address belongs to: its `?channel=` or `default`, unless given. Browsers hear of their channel only. */
  readonly channel?: (url: URL) => string;
  /** Takes a line for each request and failure. Unless given, failures go to standard error, as JSON. */
  readonly log?: (entry: LogEntry) => void;
  /** Counts: Prometheus' unless given. */
  readonly metrics?: ServiceMetrics;
  /** Time; the machine's own unless given. */
  readonly clock?: Clock;
}
