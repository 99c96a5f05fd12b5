import type { Quality } from '@offhook/livechat/media';
import type { CallState, DeviceProblem } from '../../desk/media/callState.js';

const problems: Readonly<Record<DeviceProblem, string>> = {
  'no-camera': 'No camera was found, or another program uses it: the customer hears you and doesn’t see you.',
  'no-microphone':
    'No microphone was found, or another program uses it: the customer sees you and doesn’t hear you.',
  'camera-gone': 'Your camera was unplugged: the customer doesn’t see you any more.',
  'microphone-gone': 'Your microphone was unplugged: the customer doesn’t hear you any more.',
  'not-changed': 'That device can’t be used just now; the one before goes on.',
};

/** What is wrong with the agent's own devices, and what it means. */
export const problemText = (problem: DeviceProblem): string => problems[problem];

const levels: Readonly<Record<Quality['level'], string>> = {
  good: 'Good connection',
  fair: 'Fair connection',
  poor: 'Poor connection: without the camera you may hear each other better',
};

/** How good the connection is. */
export function qualityText({ level, rttMs, lossPercent }: Quality): string {
  const facts = [
    ...(rttMs === undefined ? [] : [`${Math.round(rttMs)} ms`]),
    ...(lossPercent === undefined ? [] : [`${lossPercent.toFixed(lossPercent < 10 ? 1 : 0)} % lost`]),
  ];
  return facts.length === 0 ? levels[level] : `${levels[level]} (${facts.join(', ')})`;
}

function endText({ why, endedBy }: CallState, name: string): string {
  const own = endedBy === 'a';
  switch (why) {
    case 'hung-up':
      return own ? 'You have hung up.' : `${name} has hung up.`;
    case 'declined':
      return own ? 'You have declined the call.' : `${name} has declined the call.`;
    case 'unanswered':
      return `${name} did not answer. Write a message, or try again.`;
    case 'no-permission':
      return own
        ? 'The browser doesn’t let this page use camera and microphone. Allow both beside the address, then try again.'
        : `${name}’s browser doesn’t allow camera and microphone. Ask them to allow both beside the address.`;
    case 'no-device':
      return own
        ? 'There is no microphone and no camera. Plug one in, then try again.'
        : `${name} has no microphone and no camera.`;
    case 'lost':
      return `${name} could not be reached any more. Try again in a moment.`;
    case 'left':
      return 'The call has ended with the chat.';
    case 'failed':
    case undefined:
      return 'The call could not go on. Try again.';
  }
}

/** How a call stands, and what to do about it. */
export function phaseText(call: CallState, name: string): string {
  switch (call.phase) {
    case 'opening':
      return 'Opening camera and microphone … If the browser asks, allow it.';
    case 'waiting':
      return `Calling ${name} …`;
    case 'connecting':
      return 'Connecting …';
    case 'connected':
      return 'Connected';
    case 'reconnecting':
      return 'Reconnecting … The connection is interrupted; the call goes on when it is back.';
    case 'ended':
      return endText(call, name);
  }
}

/** What the customer doesn't send just now; '' when they send all. */
export function remoteText({ remote, video }: CallState, name: string): string {
  if (remote.muted && remote.cameraOff && video) return `${name} is muted and has the camera off.`;
  if (remote.muted) return `${name} is muted.`;
  return remote.cameraOff && video ? `${name} has the camera off.` : '';
}
