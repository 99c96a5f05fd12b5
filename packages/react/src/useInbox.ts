import type { Thread } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All threads: SMS, voicemail, fax and pager messages, newest first.
 *
 * @example const unread = useInbox().reduce((sum, thread) => sum + thread.unread, 0);
 */
export const useInbox = (): readonly Thread[] => useCurrent(useOffhook().inbox.all);
