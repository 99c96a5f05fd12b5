import type { RefusalCode } from '@offhook/livechat';

const texts: Readonly<Record<RefusalCode, string>> = {
  BadRequest: 'The chat service did not understand it.',
  Forbidden: 'You are signed in no more.',
  NoSuchChat: 'This chat is not yours any more.',
  UnOpenedSessionNotAllowed: 'This chat is not yours any more.',
  TooMany: 'That was too much at once. Wait a moment.',
  Unavailable: 'There is no connection just now. Try again.',
  NoSuchAgent: 'That agent is not signed in any more.',
  NotConnected: 'No agent is in this chat.',
  WrongState: 'Somebody else was faster, or it can’t be done any more.',
};

/** Why something was refused, in words. */
export const refusalText = (code: RefusalCode, text?: string): string =>
  code === 'BadRequest' && text !== undefined ? `${texts.BadRequest} (${text})` : texts[code];
