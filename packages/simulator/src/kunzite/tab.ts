import type { Frame } from '../frame.js';
import type { TimerGroup } from '../timer-group.js';
import type { ToPage } from './page-protocol.js';
import type { KunziteSession } from './session.js';

/** One open softphone: its iframe and its host. */
export interface Tab {
  readonly id: string;
  readonly session: KunziteSession;
  readonly timers: TimerGroup;
  /** It has told its host `logged`, and tells of calls from now on. */
  logged: boolean;
  /** Sends a frame to the host, unless a fault eats it. */
  post(frame: Frame): void;
  /** Sends any frame at all, as `emit` of the control API wants it. */
  emit(frame: Frame): void;
  tellPage(message: ToPage): void;
  close(): void;
}
