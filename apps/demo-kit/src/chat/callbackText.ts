import type { ChatCallback } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** What became of a wish to be called back, in words. */
export function callbackText(callback: ChatCallback | undefined, { chat: texts }: Texts): string {
  if (callback === undefined) return '';
  return callback.state === 'registered'
    ? texts.callbackBy[callback.by]
    : texts.callbackState[callback.state];
}
