import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Ended calls, the last one first.
 *
 * @example const missed = useRecentCalls().filter((call) => call.endReason === 'missed');
 */
export const useRecentCalls = (): readonly Call[] => useCurrent(useOffhook().recentCalls);
