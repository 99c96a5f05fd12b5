import type { RecentCall } from './session.js';

export interface CallView {
  readonly id: string;
  readonly state: 'ringing' | 'dialing' | 'active' | 'held';
  readonly direction: 'inbound' | 'outbound';
  readonly number: string;
  /** Name from the network. */
  readonly name?: string;
  readonly team: string;
  readonly muted: boolean;
  readonly answeredAt?: number;
  readonly dtmf: string;
}

/** What the server knows for the face; contacts are the page's own. */
export interface WidgetView {
  readonly session: string;
  readonly signedIn: boolean;
  readonly ready: boolean;
  readonly user: string;
  readonly extension: string;
  readonly calls: readonly CallView[];
  readonly recent: readonly RecentCall[];
  readonly now: number;
}
