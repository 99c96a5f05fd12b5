import type { MediaSession } from '../media/foldMedia.js';
import type { IncomingSignal, MediaPort } from '../media/mediaPort.js';
import type { MediaConfig } from '../media/readMediaConfig.js';
import type { MediaEndWhy } from '../wire/media.js';
import type { AvCallState } from './avCallState.js';
import type { RememberedCall } from './callMemory.js';
import type { ChosenDevices } from './openMedia.js';
import type { VideoEnv } from './videoEnv.js';

/** What a call begins with. */
export interface AvCallOptions {
  readonly port: MediaPort;
  readonly env: VideoEnv;
  readonly config: MediaConfig;
  readonly devices: ChosenDevices;
  readonly sid: string;
  /** What there is already: an agent's ask, or the call that this page was in before it was loaded anew. */
  readonly session: MediaSession | undefined;
  readonly remembered: RememberedCall | undefined;
  changed(state: AvCallState): void;
  /** Media flows: told anew when the streams are others. */
  connected(remote: readonly MediaStream[], local: readonly MediaStream[]): void;
  /** Once. */
  ended(): void;
}

/** A call that this page takes part in, from the asking for a camera to its end. */
export interface AvCall {
  readonly sid: string;
  /** Asks for a camera, and then for the call. */
  begin(): void;
  /** Looks at what the chat's log says now. */
  look(): void;
  take(signal: IncomingSignal): void;
  link(up: boolean): void;
  pause(audio: boolean, video: boolean): void;
  choose(devices: ChosenDevices): Promise<void>;
  hangUp(why: MediaEndWhy): void;
  /** What a page that is loaded anew has to know. */
  remember(): RememberedCall | undefined;
}
