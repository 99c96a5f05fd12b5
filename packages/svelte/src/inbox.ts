import type { Readable } from 'svelte/store';
import type { Thread } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * All threads: SMS, voicemail, fax and pager messages, newest first.
 *
 * @example
 * const threads = inbox();
 * // {$threads.reduce((sum, { unread }) => sum + unread, 0)} unread
 */
export const inbox = (): Readable<readonly Thread[]> => storeOf((client) => client.inbox.all);
