import type { Ref } from 'vue';
import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Ended calls, the last one first.
 *
 * @example const recent = useRecentCalls(); const missed = computed(() => recent.value.filter(isMissed));
 */
export const useRecentCalls = (): Readonly<Ref<readonly Call[]>> => useCurrent(useOffhook().recentCalls);
