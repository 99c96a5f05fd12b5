import type { Chat } from '../model/chat.js';
import {
  isLiveMedia,
  type ChatMedia,
  type MediaEndReason,
  type MediaKind,
  type VideoCall,
} from '../model/chatMedia.js';
import type { Command, CommandType } from '../model/command.js';
import { OffhookError } from '../model/error.js';

const noCall = 'There is no video call: start one first.';

/** For what begins: none may go on, and an agent must be there. */
function toBegin({ attached, state }: Chat, goesOn: boolean, advice: string): string | undefined {
  if (goesOn) return advice;
  if (!attached) return 'This page has left the chat: open it first.';
  if (state === 'interrupted') return 'The chat is interrupted: wait until it goes on.';
  return state === 'connected' ? undefined : 'No agent is in the chat: wait until one has come.';
}

/** For what is done to the call that goes on, unless that is done already. */
function inCall({ video }: Chat, isDone: (video: VideoCall) => boolean, advice: string): string | undefined {
  if (!isLiveMedia(video)) return noCall;
  if (video.state === 'requested') return 'The agent asks for this call: accept it first.';
  return isDone(video) ? advice : undefined;
}

function whenAsked({ video }: Chat): string | undefined {
  if (!isLiveMedia(video)) return 'The agent asks for no call.';
  return video.state === 'requested' ? undefined : 'This call is taken already: hang up to end it.';
}

/** Why a command of a call, a share or a session makes no sense now, and what to do; `undefined` where it does, and for any other. */
export function mediaObjection(type: CommandType, chat: Chat): string | undefined {
  const { video, screen, cobrowse } = chat;
  switch (type) {
    case 'video.start': {
      const asked = 'The agent asks for a call already: accept it or decline it.';
      const advice = video?.state === 'requested' ? asked : 'A call goes on already: hang up first.';
      return toBegin(chat, isLiveMedia(video), advice);
    }
    case 'video.accept':
    case 'video.decline':
      return whenAsked(chat);
    case 'video.hangUp':
      return isLiveMedia(video) ? undefined : noCall;
    case 'video.mute':
      return inCall(chat, ({ muted }) => muted, 'The microphone is off already.');
    case 'video.unmute':
      return inCall(chat, ({ muted }) => !muted, 'The microphone is on already.');
    case 'video.cameraOff':
      return inCall(chat, ({ cameraOff }) => cameraOff, 'The camera is off already.');
    case 'video.cameraOn':
      return inCall(chat, ({ cameraOff }) => !cameraOff, 'The camera is on already.');
    case 'video.setDevices':
      return inCall(chat, () => false, noCall);
    case 'screen.start':
      return toBegin(chat, isLiveMedia(screen), 'The screen is shared already: stop that first.');
    case 'screen.stop':
      return isLiveMedia(screen) ? undefined : 'The screen is not shared: share it first.';
    case 'cobrowse.start':
      return toBegin(chat, isLiveMedia(cobrowse), 'The page is shown already: stop that first.');
    case 'cobrowse.stop':
      return isLiveMedia(cobrowse) ? undefined : 'The page is not shown: start that first.';
    default:
      return undefined;
  }
}

const isOn = (media: ChatMedia[MediaKind] | undefined): boolean =>
  media?.state === 'connected' || media?.state === 'on' || media?.state === 'reconnecting';
const isOver = (media: ChatMedia[MediaKind] | undefined): boolean =>
  media !== undefined && !isLiveMedia(media);

/** Whether its effect is there; `undefined` where no state shows it. */
export function isEffectiveInMedia({ type }: Command, chat: Chat): boolean | undefined {
  const { video, screen, cobrowse } = chat;
  switch (type) {
    case 'video.start':
    case 'video.accept':
      return isOn(video);
    case 'video.decline':
    case 'video.hangUp':
      return isOver(video);
    case 'video.mute':
      return isLiveMedia(video) && video.muted;
    case 'video.unmute':
      return isLiveMedia(video) && !video.muted;
    case 'video.cameraOff':
      return isLiveMedia(video) && video.cameraOff;
    case 'video.cameraOn':
      return isLiveMedia(video) && !video.cameraOff;
    case 'screen.start':
      return isOn(screen);
    case 'screen.stop':
      return isOver(screen);
    case 'cobrowse.start':
      return isOn(cobrowse);
    case 'cobrowse.stop':
      return isOver(cobrowse);
    default:
      return undefined;
  }
}

/** Those that wait for people: the agent has to take it, or the person to allow it and to choose. */
const patience: Partial<Record<CommandType, number>> = {
  'video.start': 60_000,
  'video.accept': 60_000,
  'screen.start': 60_000,
  // A console takes this by itself, but the vendor's scripts may have to be fetched first.
  'cobrowse.start': 30_000,
};

/** How long such a command may take, where that is not as long as any. */
export const mediaPatienceMs = ({ type }: Command): number | undefined => patience[type];

const kindOf = (type: CommandType): MediaKind | undefined => {
  const [kind] = type.split('.');
  return kind === 'video' || kind === 'screen' || kind === 'cobrowse' ? kind : undefined;
};

/** The chat to compare with: as it was when the command was given, or since then while what it is about went on. */
export function asBegun({ type }: Command, before: Chat, now: Chat | undefined): Chat {
  const kind = kindOf(type);
  return kind !== undefined && now !== undefined && isLiveMedia(now[kind]) ? now : before;
}

/** Why one came to nothing, where what it is about has ended since it was given. */
export function mediaFailureOf({ type }: Command, before: Chat, now: Chat): OffhookError | undefined {
  const kind = kindOf(type);
  if (kind === undefined) return undefined;
  const media = now[kind];
  if (media === undefined || isLiveMedia(media) || isOver(before[kind])) return undefined;
  const { endReason = 'failed', failure } = media;
  const text = failure?.text ?? whatToDo[endReason];
  const isPlain = failure === undefined && (endReason === 'hung-up' || endReason === 'chat-ended');
  return isPlain
    ? new OffhookError('invalid-state', text)
    : new OffhookError('vendor-error', text, { vendorCode: failure?.code ?? endReason });
}

const whatToDo: Readonly<Record<MediaEndReason, string>> = {
  'hung-up': 'It was ended before this was done.',
  declined: 'The agent declined it. Ask in the chat, or try again later.',
  unanswered: 'The agent did not take it in time. Try again in a while.',
  'no-permission':
    'The browser was not allowed to use it. Allow it in the browser’s settings, and try again.',
  'no-device': 'There is no microphone or camera. Connect one, and try again.',
  lost: 'The connection was lost. Check the network, and try again.',
  failed: 'It failed. Try again in a while.',
  'chat-ended': 'The chat ended before this was done.',
};
