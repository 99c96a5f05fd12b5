import type { ChatRemark } from './chat.js';

/** Who did something to a video call, a screen share or a co-browsing session. */
export type MediaSide = 'customer' | 'agent' | 'server';

/**
 * Why one of them is over. `unanswered`: nobody took it in time. `no-permission`: the browser or the person refused the
 * camera, the microphone or the screen. `lost`: the other side can't be reached any more. `failed`: the vendor says so;
 * `failure` may tell more.
 */
export type MediaEndReason =
  'hung-up' | 'declined' | 'unanswered' | 'no-permission' | 'no-device' | 'lost' | 'failed' | 'chat-ended';

/** How good a connection is, and by what figures, where they are known. */
export interface CallQuality {
  readonly level: 'good' | 'fair' | 'poor';
  /** Milliseconds to the other side and back. */
  readonly rttMs?: number;
  /** Of what was sent to this page, from 0 to 100. */
  readonly lossPercent?: number;
  /** Kilobits a second. */
  readonly sentKbps?: number;
  readonly receivedKbps?: number;
}

/** `requested`: the agent asks for it. `calling`: the customer does. `ended` is final; another one may follow it. */
export type VideoState = 'requested' | 'calling' | 'connecting' | 'connected' | 'reconnecting' | 'ended';

/** `starting`: the person has yet to choose what to show, or the agent to see it. `ended` is final. */
export type ShareState = 'starting' | 'on' | 'reconnecting' | 'ended';

/** What is known of the end of one, in state `ended`. */
interface MediaEnd {
  readonly endedBy?: MediaSide;
  readonly endReason?: MediaEndReason;
  /** What the vendor says about it. */
  readonly failure?: ChatRemark;
}

/** An audio or video call with the agent of a chat. Its pictures and sounds are in `streamsOf`. */
export interface VideoCall extends MediaEnd {
  readonly state: VideoState;
  /** Who asked for it. */
  readonly by: 'customer' | 'agent';
  /** Whether it was asked for with pictures; else it is an audio call. */
  readonly video: boolean;
  /** Whether the customer's microphone is off. */
  readonly muted: boolean;
  /** Whether the customer's camera is off, or there is none. */
  readonly cameraOff: boolean;
  /** The same of the agent's. */
  readonly remote: { readonly muted: boolean; readonly cameraOff: boolean };
  /** While it is connected, where the vendor tells. */
  readonly quality?: CallQuality;
  /** When it was first connected: wall-clock milliseconds. */
  readonly connectedAt?: number;
}

/** The customer's screen, shown to the agent. */
export interface ScreenShare extends MediaEnd {
  readonly state: ShareState;
  /** When it was first on: wall-clock milliseconds. */
  readonly startedAt?: number;
}

/** The page that the customer is on, shown to the agent, who may help in it. */
export interface Cobrowse extends MediaEnd {
  readonly state: ShareState;
  /** Whether the agent sees the customer's pointer. */
  readonly pointer: boolean;
  /** Whether both may draw on the page. */
  readonly annotate: boolean;
  /** When it was first on: wall-clock milliseconds. */
  readonly startedAt?: number;
}

/** What can go on in a chat beside its messages, one of each kind at a time. */
export interface ChatMedia {
  readonly video: VideoCall;
  readonly screen: ScreenShare;
  readonly cobrowse: Cobrowse;
}

/** `video`, `screen` or `cobrowse`. */
export type MediaKind = keyof ChatMedia;

/** The live pictures and sounds of a chat: objects of the browser's, so that they are no part of the chat itself. */
export interface ChatStreams {
  /** The customer's own camera and microphone, as they are sent. */
  readonly local: readonly MediaStream[];
  /** The agent's. */
  readonly remote: readonly MediaStream[];
  /** The customer's screen, as it is sent. */
  readonly screen: readonly MediaStream[];
}

const none: readonly MediaStream[] = Object.freeze([]);

/** The streams of a chat that has none: always this one object. */
export const noStreams: ChatStreams = Object.freeze({ local: none, remote: none, screen: none });

/** Whether a video call, a screen share or a co-browsing session goes on, or is about to. */
export const isLiveMedia = <M extends ChatMedia[MediaKind]>(
  media: M | undefined,
): media is M & { readonly state: Exclude<M['state'], 'ended'> } =>
  media !== undefined && media.state !== 'ended';
