import type { CallLogState } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/**
 * What status `Log state` says of the call in focus. Where nothing is logged of it, what earlier calls left waiting
 * is still told.
 */
export function logStateText(
  { log, waiting, pending }: Pick<CallLogState, 'log' | 'waiting' | 'pending'>,
  texts: Texts,
): string {
  switch (log.status) {
    case 'waiting':
      return texts.waitingToSend(Math.max(log.waiting, waiting, 1));
    case 'none':
      if (pending) return texts.logState.saving;
      return waiting > 0 ? texts.waitingToSend(waiting) : texts.logState.none;
    default:
      return texts.logState[log.status];
  }
}
