import type { Cancel } from '../clock.js';
import type { XivoCall } from './call.js';

/** A request that the desktop's page made, as the control API lists it. */
export interface ServiceCall {
  readonly at: number;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** As the page saw it (0 where it may not see it); null while nothing has come, and when nothing did. */
  status: number | null;
  /** What was sent. */
  readonly body: unknown;
  /** What came back: the JSON, or the text where it is none. */
  answer?: unknown;
}

/** A question to the web service on its way. */
export interface Ask {
  readonly id: string;
  readonly call: XivoCall;
  readonly url: string;
  readonly record: ServiceCall;
  /** The tab that asks. */
  tab: string | undefined;
  cancel: Cancel;
}

/** How a question ended, as the page saw it. */
export type AskOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'network' | 'page-closed' };
