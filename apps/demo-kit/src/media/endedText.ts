import type { VideoCall } from '@offhook/core';
import type { MediaTexts } from '../texts/mediaEnglish.js';

type Ended = Pick<VideoCall, 'endedBy' | 'endReason' | 'failure'>;

/** Why a call, or what was shown, is over, and what to do about it. */
export function endedText(
  { endedBy, endReason, failure }: Ended,
  agent: string,
  texts: MediaTexts['ended']['call' | 'sharing'],
): string {
  if (endReason === undefined) return failure?.text ?? texts.stopped;
  switch (endReason) {
    case 'unanswered':
    case 'lost':
    case 'chat-ended':
      return texts.anyhow[endReason];
    case 'failed':
      return [texts.anyhow.failed, failure?.text].filter(Boolean).join(' ');
    case 'hung-up':
    case 'declined':
      if (endedBy === 'agent') return texts.byAgent[endReason](agent);
      return endedBy === 'customer' ? texts.byCustomer[endReason] : texts.stopped;
    case 'no-permission':
    case 'no-device':
      return endedBy === 'agent' ? texts.byAgent[endReason](agent) : texts.byCustomer[endReason];
  }
}
