import type { Ref } from 'vue';
import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Inbound calls that ring, the longest ringing first.
 *
 * @example const incoming = useIncomingCalls(); // <Ringing v-for="call in incoming" :key="call.id" :call="call" />
 */
export const useIncomingCalls = (): Readonly<Ref<readonly Call[]>> => useCurrent(useOffhook().incomingCalls);
