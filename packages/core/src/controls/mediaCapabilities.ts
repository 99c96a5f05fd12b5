import type { Offhook } from '../client.js';
import type { Capabilities, Capability } from '../model/capability.js';
import type { Chat } from '../model/chat.js';
import type { CommandType } from '../model/command.js';
import type { VideoAction } from '../model/mediaCommand.js';

/** For each action on a video call, whether it can be done now, and if not, why. */
export type VideoCapabilities = Readonly<Record<VideoAction, Capability>>;

/** Whether a screen can be shared, or a page be shown, and whether that can be stopped; and if not, why. */
export type ShareCapabilities = Readonly<Record<'start' | 'stop', Capability>>;

const noChat: Capability = {
  allowed: false,
  reason: 'invalid-state',
  text: 'There is no chat: start one first.',
};

/** Whether one action can be done in this chat; `now` are the client's capabilities at this moment. */
function canDo(client: Offhook, now: Capabilities, chat: Chat | undefined, type: CommandType): Capability {
  if (chat === undefined) return noChat;
  // The initial value tells nothing of what is so by now.
  return now === client.capabilities.initial
    ? now[type]
    : client.can(type, { chat, connector: chat.connector });
}

/** What can be done with this chat's video call. */
export function videoCapabilities(
  client: Offhook,
  now: Capabilities,
  chat: Chat | undefined,
): VideoCapabilities {
  const can = (action: VideoAction): Capability => canDo(client, now, chat, `video.${action}`);
  return {
    start: can('start'),
    accept: can('accept'),
    decline: can('decline'),
    hangUp: can('hangUp'),
    mute: can('mute'),
    unmute: can('unmute'),
    cameraOff: can('cameraOff'),
    cameraOn: can('cameraOn'),
    setDevices: can('setDevices'),
  };
}

/** What can be done with this chat's screen share, or with its co-browsing. */
export const shareCapabilities = (
  client: Offhook,
  now: Capabilities,
  chat: Chat | undefined,
  kind: 'screen' | 'cobrowse',
): ShareCapabilities => ({
  start: canDo(client, now, chat, `${kind}.start`),
  stop: canDo(client, now, chat, `${kind}.stop`),
});
