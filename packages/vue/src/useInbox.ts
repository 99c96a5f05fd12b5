import type { Ref } from 'vue';
import type { Thread } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All threads: SMS, voicemail, fax and pager messages, newest first.
 *
 * @example const inbox = useInbox(); // <li v-for="thread in inbox" :key="thread.id">{{ thread.unread }}</li>
 */
export const useInbox = (): Readonly<Ref<readonly Thread[]>> => useCurrent(useOffhook().inbox.all);
