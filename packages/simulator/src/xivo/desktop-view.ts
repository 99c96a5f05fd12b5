import type { DesktopEvent } from './event-log.js';
import type { RecentCall } from './session.js';

export interface CallView {
  readonly id: string;
  readonly state: 'ringing' | 'dialing' | 'active' | 'held';
  readonly direction: 'inbound' | 'outbound';
  readonly number: string;
  /** Name from the network. */
  readonly name?: string;
  readonly queue?: string;
  readonly muted: boolean;
  readonly answeredAt?: number;
  readonly dtmf: string;
}

/** A pane that isn't done. */
export interface PaneView {
  readonly id: string;
  readonly action: 'open' | 'popup' | 'run';
  readonly url: string;
  readonly title: string;
  readonly state: 'waiting' | 'open' | 'blocked';
  readonly multitab: boolean;
}

/** What the server knows for the face of one tab. */
export interface DesktopView {
  readonly session: string;
  /** The vendor's other interface, which has no panes. */
  readonly assistant: boolean;
  readonly signedIn: boolean;
  /** As the status says it. */
  readonly agent: string;
  readonly paused: boolean;
  readonly ready: boolean;
  readonly user: string;
  readonly number: string;
  /** The web service that is asked; empty when none is. */
  readonly service: string;
  /** This is the tab last focused, which shows the panes. */
  readonly active: boolean;
  readonly calls: readonly CallView[];
  readonly panes: readonly PaneView[];
  readonly recent: readonly RecentCall[];
  /** The newest last. */
  readonly events: readonly DesktopEvent[];
  readonly now: number;
}
