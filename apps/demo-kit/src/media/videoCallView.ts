import { isLiveMedia, type Capability, type Chat, type ChatStreams, type VideoCall } from '@offhook/core';
import { whyNot } from '../chat/whyNot.js';
import type { Texts } from '../texts/english.js';
import { agentName } from './agentName.js';
import { endedText } from './endedText.js';
import { isTrouble } from './isTrouble.js';

export type CallAction = 'mute' | 'unmute' | 'cameraOff' | 'cameraOn' | 'hangUp';

/** A button of region `Call`. */
export interface CallControl {
  /** The same for the two words of one button, so that it keeps the focus. */
  readonly key: 'microphone' | 'camera' | 'hangUp';
  /** What it does, and the name of its icon. */
  readonly action: CallAction;
  readonly label: string;
  /** Its look. */
  readonly kind: string;
  /** Why it can't be used; the button then shows disabled. */
  readonly disabledBecause: string | undefined;
}

/** What region `Call` shows, and after it what is left to say. */
export interface VideoCallView {
  /** Whether the call goes on, or is about to: the region is there. */
  readonly isLive: boolean;
  /** Whether it came to nothing for a reason that somebody can do something about. */
  readonly isTrouble: boolean;
  /** How it stands, or why it ended; empty where there is nothing to say. */
  readonly text: string;
  /** Who is at the other side. */
  readonly agent: string;
  /** What is seen and heard of the other side. */
  readonly remote: readonly MediaStream[];
  readonly hasRemotePicture: boolean;
  /** The customer's own picture. */
  readonly own: MediaStream | undefined;
  readonly quality: { readonly level: 'good' | 'fair' | 'poor'; readonly text: string } | undefined;
  readonly controls: readonly CallControl[];
  /** Which devices can be chosen: from when the person has let the page use them, since browsers name none before. */
  readonly devices: readonly ('audio' | 'video')[];
}

/** What it is told from: the state of the call's controls, and the chat. */
export interface VideoCallFacts {
  readonly chat: Chat | undefined;
  readonly video: VideoCall | undefined;
  readonly streams: ChatStreams;
  readonly can: Readonly<Record<CallAction, Capability>>;
}

/** A call as the customer sees it. One that an agent asks for is no call yet. */
export function videoCallView({ chat, video, streams, can }: VideoCallFacts, texts: Texts): VideoCallView {
  const agent = agentName(chat, texts);
  const isLive = isLiveMedia(video) && video.state !== 'requested';
  // In an audio call the customer has agreed to no picture.
  const hasCamera = isLive && video.video;
  return {
    isLive,
    isTrouble: video?.state === 'ended' && isTrouble(video),
    text: video === undefined ? '' : callText(video, agent, texts),
    agent,
    remote: isLive ? streams.remote : [],
    hasRemotePicture: isLive && !video.remote.cameraOff && streams.remote.some(hasPicture),
    own: hasCamera && !video.cameraOff ? streams.local.find(hasPicture) : undefined,
    quality: isLive ? qualityOf(video, texts) : undefined,
    controls: isLive ? callControls(video, hasCamera, can, texts) : [],
    devices: !isLive || streams.local.length === 0 ? [] : hasCamera ? ['audio', 'video'] : ['audio'],
  };
}

const hasPicture = (stream: MediaStream): boolean => stream.getVideoTracks().length > 0;

function callText(video: VideoCall, agent: string, texts: Texts): string {
  const { media } = texts.chat;
  switch (video.state) {
    case 'requested':
    case 'calling':
    case 'connecting':
      return media.callState[video.state](agent);
    case 'connected':
      return [
        media.callState.connected(agent),
        ...(video.remote.muted ? [media.otherMuted(agent)] : []),
        ...(video.video && video.remote.cameraOff ? [media.otherCameraOff(agent)] : []),
      ].join(' ');
    case 'reconnecting':
      return media.callState.reconnecting;
    case 'ended':
      return endedText(video, agent, media.ended.call);
  }
}

function qualityOf({ state, quality }: VideoCall, { chat: { media } }: Texts): VideoCallView['quality'] {
  if (state !== 'connected' || quality === undefined) return undefined;
  return { level: quality.level, text: media.quality[quality.level] };
}

function callControls(
  { muted, cameraOff }: VideoCall,
  hasCamera: boolean,
  can: VideoCallFacts['can'],
  texts: Texts,
): readonly CallControl[] {
  const { media } = texts.chat;
  const control = (key: CallControl['key'], action: CallAction, label: string, kind = ''): CallControl => ({
    key,
    action,
    label,
    kind,
    disabledBecause: whyNot(can[action], texts),
  });

  return [
    muted
      ? control('microphone', 'unmute', texts.action.unmute)
      : control('microphone', 'mute', texts.action.mute),
    ...(hasCamera
      ? [
          cameraOff
            ? control('camera', 'cameraOn', media.cameraOn)
            : control('camera', 'cameraOff', media.cameraOff),
        ]
      : []),
    control('hangUp', 'hangUp', texts.action.hangUp, 'icon-button-danger icon-button-end'),
  ];
}
