import type { TimerGroup } from '../timer-group.js';
import type { Frame } from '../frame.js';
import type { Profile } from './profile.js';
import type { RequestDesk } from './request-desk.js';
import type { Service } from './service.js';
import type { RingCentralSession } from './session.js';
import type { ToPage } from './page-protocol.js';
import type { WidgetFlags } from './widget-flags.js';

export interface Alert {
  readonly id: string;
  readonly level: string;
  readonly message: string;
}

/** A text message that the host or the person prepared but nobody sent yet. */
export interface Draft {
  readonly to: string;
  readonly text: string;
}

/** A field's text, and how often it was set: the same text again is news to a page where somebody typed. */
export interface FilledField {
  readonly text: string;
  readonly version: number;
}

export interface SmsTemplate {
  readonly displayName: string;
  readonly text: string;
}

/** One open widget: its iframe, its host and what that host registered. */
export interface Tab {
  readonly id: string;
  readonly session: RingCentralSession;
  readonly profile: Profile;
  readonly flags: WidgetFlags;
  readonly timers: TimerGroup;
  readonly requests: RequestDesk;
  stage: 'starting' | 'signed-out' | 'connecting' | 'ready';
  service: Service | undefined;
  route: string;
  readonly visited: string[];
  toldRoute: string | undefined;
  alerts: readonly Alert[];
  draft: Draft;
  /** What the dialer was last filled with by anybody but the person who types in it. */
  dialNumber: FilledField;
  /** What the person typed last. */
  searchText: string;
  searchResults: readonly unknown[];
  smsTemplates: readonly SmsTemplate[];
  /** The order in which tabs got the focus; the highest is the active one. */
  focusedAt: number;
  /** Sends a frame to the host, unless this profile doesn't know it or a fault eats it. */
  post(frame: Frame): void;
  /** Sends any frame at all, whether this profile knows it or not. */
  emit(frame: Frame): void;
  /** Tells the page itself something. */
  tellPage(message: ToPage): void;
  /** The page is gone, or about to go. */
  close(): void;
}
