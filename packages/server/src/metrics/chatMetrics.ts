import type { HubMetrics } from '../livechat/hub/hubMetrics.js';

/** Where a request of the live chat went, for the figures: few values, whatever clients ask for. */
export type ChatRoute =
  | 'status'
  | 'visit'
  | 'token'
  | 'socket'
  | 'frames'
  | 'events'
  | 'close'
  | 'captcha'
  | 'log'
  | 'files'
  | 'upload'
  | 'download'
  | 'script'
  | 'console'
  | 'agent-login'
  | 'agent-socket'
  | 'agent-files'
  | 'switch'
  | 'health'
  | 'ready'
  | 'metrics'
  | 'preflight'
  | 'other';

/** What a live chat counts. */
export interface ChatMetrics extends HubMetrics {
  /** A request was answered; a connection was taken, or an event stream began. */
  answered(route: ChatRoute, status: number, ms: number): void;
  /** A connection of a customer's page (`c`) or an agent's (`a`) came or went. */
  connection(who: 'c' | 'a', change: 1 | -1): void;
  frame(direction: 'in' | 'out', who: 'c' | 'a'): void;
  /** A connection was given up, as it read too slowly. */
  slow(): void;
  /** A file was uploaded whole. */
  uploaded(bytes: number): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}
