import type { Readable } from 'svelte/store';
import type { Call } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * Ended calls, the last one first.
 *
 * @example
 * const ended = recentCalls();
 * // {$ended.filter(({ endReason }) => endReason === 'missed').length} missed
 */
export const recentCalls = (): Readable<readonly Call[]> => storeOf((client) => client.recentCalls);
