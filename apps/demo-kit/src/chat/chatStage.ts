import type { Chat } from '@offhook/core';

/**
 * What there is to do with a chat: `start` it (also again, after the last one), wait while it is `starting`, or `talk`.
 */
export type ChatStage = 'start' | 'starting' | 'talk';

export function chatStage(chat: Chat | undefined): ChatStage {
  switch (chat?.state) {
    case 'starting':
      return 'starting';
    case 'queued':
    case 'connected':
    case 'interrupted':
      return 'talk';
    default:
      return 'start';
  }
}
