import type { Ref } from 'vue';
import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All live calls, newest first. It changes with each of them: a long list does better with {@link useCallIds} and a
 * row for each id that reads {@link useCall}.
 *
 * @example const calls = useCalls(); // <li v-for="call in calls" :key="call.id">{{ call.remote.number }}</li>
 */
export const useCalls = (): Readonly<Ref<readonly Call[]>> => useCurrent(useOffhook().calls.all);
