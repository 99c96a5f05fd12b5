import type { VideoCall } from '@offhook/core';
import type { TrackedChat } from '../trackedChat.js';

/** One call, as the connector knows it; what the client is told of it is `video`. */
export interface AvCall {
  readonly chat: TrackedChat;
  video: VideoCall;
  /** Whether the customer sends sound, muted or not. */
  audio: boolean;
  /** What the customer asked its end for. */
  asked: 'hung-up' | 'declined' | undefined;
  /** Whether it was ever connected. */
  was: boolean;
  /** Whether something was paused before it was connected, when a script may not have heard it. */
  pausedEarly: boolean;
  /** Whether the vendor has ended it by itself. */
  vendorOver: boolean;
  /** Ends the wait for what our own script has to say of its end. */
  cancel: () => void;
}

/** The model's steps of a call. */
const steps: Readonly<Record<VideoCall['state'], readonly VideoCall['state'][]>> = {
  requested: ['connecting', 'connected', 'ended'],
  calling: ['connecting', 'connected', 'ended'],
  connecting: ['connected', 'reconnecting', 'ended'],
  connected: ['reconnecting', 'ended'],
  reconnecting: ['connected', 'ended'],
  ended: [],
};

/** Where a call is after it was told to be at `to`: where the model has no such step, it stays. */
export function reached(from: VideoCall['state'], to: VideoCall['state']): VideoCall['state'] {
  // A connection that is made anew is one that comes back.
  const meant = from === 'connected' && to === 'connecting' ? 'reconnecting' : to;
  return steps[from].includes(meant) ? meant : from;
}

export function newCall(
  chat: TrackedChat,
  given: Pick<VideoCall, 'state' | 'by' | 'video'> & Partial<VideoCall>,
  audio = true,
): AvCall {
  return {
    chat,
    audio,
    video: {
      muted: false,
      cameraOff: !given.video,
      remote: { muted: false, cameraOff: false },
      ...given,
    },
    asked: undefined,
    was: given.state === 'connected' || given.state === 'reconnecting',
    pausedEarly: false,
    vendorOver: false,
    cancel: () => {},
  };
}

export const isOver = ({ video }: AvCall): boolean => video.state === 'ended';
