import type { MediaEndWhy } from '@offhook/livechat';
import type { Quality } from '@offhook/livechat/media';
import type { DeviceKind } from './devices.js';

/** How a call stands. `opening`: microphone and camera are asked for. `waiting`: the other side has yet to take it. */
export type CallPhase = 'opening' | 'waiting' | 'connecting' | 'connected' | 'reconnecting' | 'ended';

/** What the agent should know of their own devices. */
export type DeviceProblem = 'no-camera' | 'no-microphone' | 'camera-gone' | 'microphone-gone' | 'not-changed';

/** The call of this page: there is one at a time, whatever chat it is in. */
export interface CallState {
  readonly sid: string;
  readonly phase: CallPhase;
  readonly by: 'c' | 'a';
  /** Whether it was asked for with pictures. */
  readonly video: boolean;
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly remote: { readonly muted: boolean; readonly cameraOff: boolean };
  readonly local?: MediaStream | undefined;
  readonly streams: readonly MediaStream[];
  /** The devices in use, by their ids. */
  readonly devices: Readonly<Partial<Record<DeviceKind, string>>>;
  readonly quality?: Quality | undefined;
  readonly problem?: DeviceProblem | undefined;
  /** Since when the two are connected; epoch milliseconds of the page's clock. */
  readonly connectedAt?: number | undefined;
  readonly endedBy?: 'c' | 'a' | 's' | undefined;
  readonly why?: MediaEndWhy | undefined;
}

/** A call that has just begun. */
export const newCall = (sid: string, by: 'c' | 'a', video: boolean): CallState => ({
  sid,
  phase: 'opening',
  by,
  video,
  muted: false,
  cameraOff: false,
  remote: { muted: false, cameraOff: false },
  streams: [],
  devices: {},
});
