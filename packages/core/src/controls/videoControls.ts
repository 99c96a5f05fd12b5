import type { Offhook } from '../client.js';
import type { ChatStreams, VideoCall } from '../model/chatMedia.js';
import type { VideoDevices, VideoWish } from '../model/mediaCommand.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createChatRunner } from './chatRunner.js';
import { videoCapabilities, type VideoCapabilities } from './mediaCapabilities.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for a chat's video call shows. */
export interface VideoControlsState extends ControlStatus {
  /** The call that goes on, or the last one; `undefined` before the first. */
  readonly video: VideoCall | undefined;
  /** For `srcObject` of a video element each; the same object as long as they are the same. */
  readonly streams: ChatStreams;
  /** For each action, whether it can be done now, and if not, why. */
  readonly can: VideoCapabilities;
}

/** What such a screen needs. The functions are bound and never reject. */
export interface VideoControls {
  readonly state: Current<VideoControlsState>;
  /** Asks the agent for a call, with sound and pictures unless it is said otherwise. Resolves when it is connected. */
  readonly start: (wish?: VideoWish) => Promise<Outcome>;
  /** Takes the call that the agent asks for. Resolves when it is connected. */
  readonly accept: (wish?: VideoWish) => Promise<Outcome>;
  /** Takes it not. */
  readonly decline: () => Promise<Outcome>;
  readonly hangUp: () => Promise<Outcome>;
  /** Switches the customer's own microphone off. */
  readonly mute: () => Promise<Outcome>;
  readonly unmute: () => Promise<Outcome>;
  /** Switches the customer's own camera off. */
  readonly cameraOff: () => Promise<Outcome>;
  readonly cameraOn: () => Promise<Outcome>;
  /** Takes another microphone or camera, in the call that goes on. */
  readonly setDevices: (devices: VideoDevices) => Promise<Outcome>;
}

/** No more than what is meant: as a click's handler it is given the click. */
const wished = <T>({
  audio,
  video,
}: {
  readonly audio?: T;
  readonly video?: T;
}): { audio?: T; video?: T } => ({
  ...(audio !== undefined && { audio }),
  ...(video !== undefined && { video }),
});

/**
 * Audio and video with the agent of one chat, or without an id of the one in focus.
 *
 * @example
 * const { state, start, hangUp } = videoControls(client);
 * state.subscribe(({ streams, can }) => {
 *   picture.srcObject = streams.remote[0] ?? null;
 *   button.disabled = !can.start.allowed;
 * });
 * await start({ video: false });
 */
export function videoControls(client: Offhook, id?: string): VideoControls {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, within } = createChatRunner(client, () => id ?? target.value?.id);
  return {
    state: combine(
      [target, client.streamsOf(id), client.capabilities, status],
      (chat, streams, now, { pending, lastError }) => ({
        video: chat?.video,
        streams,
        can: videoCapabilities(client, now, chat),
        pending,
        lastError,
      }),
      sameState,
    ),
    start: (wish = {}) => within((chatId) => ({ type: 'video.start', chatId, ...wished(wish) })),
    accept: (wish = {}) => within((chatId) => ({ type: 'video.accept', chatId, ...wished(wish) })),
    decline: () => within((chatId) => ({ type: 'video.decline', chatId })),
    hangUp: () => within((chatId) => ({ type: 'video.hangUp', chatId })),
    mute: () => within((chatId) => ({ type: 'video.mute', chatId })),
    unmute: () => within((chatId) => ({ type: 'video.unmute', chatId })),
    cameraOff: () => within((chatId) => ({ type: 'video.cameraOff', chatId })),
    cameraOn: () => within((chatId) => ({ type: 'video.cameraOn', chatId })),
    setDevices: (devices) => within((chatId) => ({ type: 'video.setDevices', chatId, ...wished(devices) })),
  };
}
