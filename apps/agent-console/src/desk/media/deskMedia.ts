import type { SignalFrame } from '@offhook/livechat';
import type { CallState } from './callState.js';
import type { DeviceKind, Devices } from './devices.js';
import type { ShowState, ShowView } from './showState.js';
import type { Drawing } from './strokes.js';

/** What the page shows of calls and shown pages. */
export interface MediaState {
  /** The call of this page, also when it has ended, until it is dismissed. */
  readonly call?: CallState | undefined;
  /** What customers show, by the chat. */
  readonly shows: Readonly<Record<string, ShowState>>;
}

/** What an agent can do face to face. */
export interface DeskMedia {
  readonly state: MediaState;
  /** @returns stops it */
  subscribe(listener: () => void): () => void;
  readonly devices: Pick<Devices, 'list' | 'watch'>;
  /** Asks the customer for a video call. One is on at a time: with another the request is dropped. */
  startCall(sid: string): void;
  /** Takes what the customer asks for. */
  acceptCall(sid: string): void;
  declineCall(sid: string): void;
  hangUp(): void;
  mute(muted: boolean): void;
  turnCamera(off: boolean): void;
  choose(kind: DeviceKind, id: string): void;
  /** Shows the ended call no more. */
  dismissCall(): void;
  /** Shows a customer's page from now on. @returns stops it */
  attachView(sid: string, view: ShowView): () => void;
  askWhole(sid: string): void;
  draw(sid: string, step: Drawing): void;
  endShow(sid: string): void;
  dismissShow(sid: string): void;
  /** A signal of the other side's. */
  take(frame: SignalFrame): void;
  /** Ends all: the agent signs out. */
  end(): void;
  /** Lets go of all devices, and tells nobody: the page goes away, and may come back. */
  close(): void;
}
