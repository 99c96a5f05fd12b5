import { isRunningChat, type Chat } from '../model/chat.js';
import type { Command, CommandType } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import { isEffectiveInMedia, mediaFailureOf, mediaObjection, mediaPatienceMs } from './mediaRules.js';
import { validateForMedia } from './validateMedia.js';

const takesPart = (chat: Chat): boolean => isRunningChat(chat) && chat.attached;
const isAtRest = ({ state }: Chat): boolean => state === 'idle' || state === 'failed' || state === 'ended';

/** Whether a command makes sense for a chat as it is. */
const fitting: Partial<Record<CommandType, (chat: Chat) => boolean>> = {
  'chat.open': (chat) => isAtRest(chat) || !chat.attached,
  'chat.start': isAtRest,
  'chat.send': takesPart,
  'chat.sendApp': takesPart,
  'chat.resend': takesPart,
  'chat.upload': takesPart,
  'chat.setTyping': (chat) => takesPart(chat) && chat.state === 'connected',
  'chat.end': takesPart,
  'chat.leave': takesPart,
  'chat.requestCallback': takesPart,
  'chat.resetCaptcha': (chat) => !isRunningChat(chat) && chat.state !== 'ended',
};

/** Why it makes none, and where it can be said, what to do. */
export function chatObjection(type: CommandType, chat: Chat): string | undefined {
  if (fitting[type]?.(chat) !== false) return mediaObjection(type, chat);
  const how = chat.attached ? chat.state : 'left by this page';
  return `This doesn't fit a chat that is ${how}.`;
}

/** Whether a command's effect is there; `undefined` where no state shows it. */
export function isEffectiveInChat(command: Command, chat: Chat): boolean | undefined {
  const { type } = command;
  if (type === 'chat.start') return takesPart(chat);
  if (type === 'chat.end') return chat.state === 'ended';
  if (type === 'chat.leave') return !chat.attached || chat.state === 'ended';
  return isEffectiveInMedia(command, chat);
}

/** How long a command may take whose vendor has to be fetched first, or that waits for the server; else as long as any. */
export const patienceMs = (command: Command): number | undefined =>
  command.type === 'chat.open' || command.type === 'chat.start' || command.type === 'chat.upload'
    ? 30_000
    : mediaPatienceMs(command);

/**
 * Why a command came to nothing, by a chat as it was when it was given, or by what has begun since, and as it is; a chat
 * that nobody knows any more has ended.
 */
export function failureOf(command: Command, before: Chat, chat: Chat | undefined): OffhookError | undefined {
  if (chat === undefined || chat.state === 'ended')
    return new OffhookError('invalid-state', 'The chat ended before this was done.');
  if (command.type !== 'chat.start' || chat.state !== 'failed') return mediaFailureOf(command, before, chat);
  const { code, text } = chat.failure ?? {};
  return new OffhookError(
    'vendor-error',
    text ?? 'The chat could not be started. Try again in a while.',
    code === undefined ? {} : { vendorCode: code },
  );
}

/** Throws `invalid-argument`, with what to give instead. */
export function validateForChat(command: Command): void {
  const demand = (fine: boolean, advice: string): void => {
    if (!fine) throw new OffhookError('invalid-argument', advice);
  };
  switch (command.type) {
    case 'chat.start':
      return demand(
        command.customer === undefined || command.encrypted === undefined,
        'Give the customer’s details either plain or encrypted.',
      );
    case 'chat.send':
      return demand(/\S/.test(command.text), 'Give a text with something in it.');
    case 'chat.sendApp':
      demand(isShort(command.name), 'Give the message for the app a name of 1 to 128 characters.');
      return demand(isPlain(command.data), 'Give plain data: what JSON can hold.');
    case 'chat.requestCallback':
      return demand(isShort(command.phone), 'Give a phone number, such as +12165325078.');
    case 'chat.upload':
      return demand(command.files.length > 0, 'Choose at least one file.');
    case 'chat.createCampaignContact':
      return demand(isPlain(command.data), 'Give plain data: what JSON can hold.');
    default:
      return validateForMedia(command);
  }
}

// Control characters have no place in a name and every place in an attack.
const isShort = (text: unknown): boolean =>
  typeof text === 'string' && /^(?=.*\S)[^\p{Cc}]{1,128}$/u.test(text);

function isPlain(data: unknown): boolean {
  try {
    return typeof JSON.stringify(data) === 'string';
  } catch {
    return false;
  }
}
