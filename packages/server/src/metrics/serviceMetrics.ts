import { type EventType } from '../events/eventLog.js';

/** Where a request went, for the figures: few values, whatever clients ask for. */
export type Route =
  'call' | 'preflight' | 'login' | 'events' | 'context' | 'done' | 'health' | 'ready' | 'metrics' | 'other';

/** Why the host's own code gave no answer that could be sent. */
export type AnswerFailure = 'threw' | 'budget' | 'invalid';

/** What a service counts. */
export interface ServiceMetrics {
  /** A request was answered. `ms` is how long that took; for `events` how long until the stream began. */
  answered(route: Route, status: number, ms: number): void;
  /** `onCall` gave nothing that could be sent, and the desktop got `none`. */
  failed(reason: AnswerFailure): void;
  /** A call was new, or was asked about again. */
  call(first: boolean): void;
  /** A browser's stream began or ended. */
  stream(change: 1 | -1): void;
  /** An event reached this node, so long after it was written. Given to an event log as its `onArrival`. */
  arrived?(type: EventType, lagMs: number): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  /** The content type of `text()`. */
  readonly contentType: string;
}
