import type { TimerGroup } from '../timer-group.js';
import type { Leg, SessionStatus } from './call.js';
import type { Capabilities } from './capabilities.js';
import type { EventFrame } from './events.js';
import type { ToPage } from './page-protocol.js';
import type { ConnectMeSession } from './session.js';

/** `off`: without `#tpis=v1`, or in a page of an origin that isn't accepted; `suspended`: capabilities unanswered. */
export type TpisStage = 'off' | 'suspended' | 'ready';

export type Page = 'phone' | 'recent' | 'conversations' | 'settings';

/** One open widget, and what its host has been told. */
export interface Tab {
  readonly id: string;
  readonly session: ConnectMeSession;
  readonly sipEvent: EventFrame;
  readonly timers: TimerGroup;
  stage: TpisStage;
  capabilities: Capabilities;
  page: Page;
  /** The conversation that is open on the page of conversations. */
  conversation: string | undefined;
  /** Somebody tried to sign in by hand and failed; the host hears nothing of it. */
  refused: boolean;
  speaker: boolean;
  readonly toldLegs: Map<Leg, SessionStatus>;
  toldLogin: number;
  toldRegistration: number;
  toldRinging: boolean;
  /** Sends a frame to the host, on a wire that may have faults. */
  post(frame: unknown): void;
  /** Tells the page itself something. */
  tellPage(message: ToPage): void;
  /** The page is gone, or about to go. */
  close(): void;
}
