import { OffhookError, type ErrorCode } from '@offhook/core';

/** What a code of the vendor's means: for programs, and for people. */
export interface CodeMeaning {
  readonly code: ErrorCode;
  readonly text: string;
}

/** Why a chat could not be opened or started (rows T-129 to T-143). */
const meanings: Readonly<Record<string, CodeMeaning>> = {
  StartError: { code: 'vendor-error', text: 'The chat could not be started. Try again.' },
  ServerInternalConnectivityError: {
    code: 'offline',
    text: 'The chat server can’t be reached. Try again in a while.',
  },
  AlreadyStartedAndInSession: { code: 'invalid-state', text: 'A chat goes on already. Open it.' },
  CookiesDisabled: {
    code: 'storage-blocked',
    text: 'The browser keeps no cookies for the chat. Allow them for this site, then load the page again.',
  },
  UnOpenedSessionPerformedStart: {
    code: 'invalid-state',
    text: 'A chat goes on already in another tab. Open it.',
  },
  CaptchaDoesNotMatch: {
    code: 'captcha-wrong',
    text: 'That is not the text in the image. Type the new one.',
  },
  CaptchaNotFound: { code: 'captcha-missing', text: 'The image is too old. Type the text of the new one.' },
  CaptchaIsEmpty: { code: 'captcha-empty', text: 'Type the text that the image shows.' },
  MaxConcurrentSessionCountReached: {
    code: 'limit-reached',
    text: 'Too many chats go on now. End one, ask to be called back, or try again later.',
  },
  AlreadyEndedSession: { code: 'session-ended', text: 'That chat has ended. Start a new one.' },
  NoSessionFound: { code: 'invalid-state', text: 'There is no chat. Start one.' },
  UnOpenedSessionNotAllowed: {
    code: 'invalid-state',
    text: 'This page takes no part in the chat. Open it first.',
  },
  SessionLostWhileOffline: {
    code: 'session-lost',
    text: 'The chat ended while the connection was away. Start a new one.',
  },
};

/** Why no agent comes (rows T-152 to T-157). */
const notices: Readonly<Record<string, string>> = {
  ErrorInGetAgentDetails: 'The agent could not be reached.',
  ErrorAgentDetails: 'The agent could not be reached.',
  NoStaffedAgents: 'Nobody is there to chat now.',
  QueueIsTooBig: 'Too many people are waiting now.',
  TimedOutInQueue: 'Nobody had time to answer.',
  InternalServerError: 'Something went wrong on the server.',
};

/** @returns for a code that nobody knows, a `vendor-error` that names it */
export const meaningOf = (code: string): CodeMeaning =>
  (Object.hasOwn(meanings, code) ? meanings[code] : undefined) ?? {
    code: 'vendor-error',
    text: `The chat server refuses (${code}). Try again, or write to its owner.`,
  };

/** What a notice of the server's says to the customer. */
export const noticeText = (code: string): string =>
  (Object.hasOwn(notices, code) ? notices[code] : undefined) ?? 'The server ends the chat.';

/** A refusal as an error. */
export function refusal(code: string): OffhookError {
  const { code: known, text } = meaningOf(code);
  return new OffhookError(known, text, { vendorCode: code });
}

/** Which captcha trouble a code speaks of, if any. */
export const captchaReason = (code: string): 'empty' | 'wrong' | 'missing' | undefined =>
  code === 'CaptchaIsEmpty'
    ? 'empty'
    : code === 'CaptchaDoesNotMatch'
      ? 'wrong'
      : code === 'CaptchaNotFound'
        ? 'missing'
        : undefined;
