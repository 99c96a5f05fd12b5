import { OffhookError, type Chat, type Command, type ConnectorLink } from '@offhook/core';
import type { ChatRegistry } from './chatRegistry.js';
import type { Doing } from './doing.js';
import type { Media } from './media/createMedia.js';
import type { Opening } from './opening.js';
import type { createStarting } from './starting.js';
import type { Talking } from './talking.js';
import type { TrackedChat } from './trackedChat.js';
import type { Uploads } from './uploads.js';

/** What can be done. */
export interface CommandParts {
  readonly chats: ChatRegistry;
  readonly opening: Opening;
  readonly start: ReturnType<typeof createStarting>;
  readonly talking: Talking;
  readonly doing: Doing;
  readonly uploads: Uploads;
  readonly media: Media;
}

/** Gives a command to the part that does it. */
export function giveCommand(
  { chats, opening, start, talking, doing, uploads, media }: CommandParts,
  command: Command,
  shown: Chat | undefined,
): ReturnType<ConnectorLink['send']> {
  const chat = (): TrackedChat => {
    const known = shown && chats.byId(shown.vendorIds);
    if (known) return known;
    throw new OffhookError('invalid-argument', 'There is no such chat here.');
  };
  switch (command.type) {
    case 'chat.open':
      return opening.open();
    case 'chat.start':
      return start(command, shown);
    case 'chat.send':
    case 'chat.sendApp':
      return talking.send(chat(), command);
    case 'chat.resend':
      return talking.resend(chat(), command.messageId);
    case 'chat.setTyping':
      return talking.setTyping(chat(), command.typing);
    case 'chat.end':
      return doing.end(chat(), command.reason);
    case 'chat.leave':
      return doing.leave(chat());
    case 'chat.requestCallback':
      return doing.requestCallback(chat(), command.phone);
    case 'chat.upload':
      uploads.start(chat(), command.files);
      return Promise.resolve();
    case 'chat.resetCaptcha':
      return doing.resetCaptcha();
    case 'chat.createCampaignContact':
      return doing.createCampaignContact(command);
    case 'video.start':
    case 'video.accept':
    case 'video.decline':
    case 'video.hangUp':
    case 'video.mute':
    case 'video.unmute':
    case 'video.cameraOff':
    case 'video.cameraOn':
    case 'video.setDevices':
    case 'screen.start':
    case 'screen.stop':
    case 'cobrowse.start':
    case 'cobrowse.stop':
      return media.send(command, chat());
    default:
      throw new OffhookError('not-supported', 'Tetherfi can’t do this.');
  }
}
