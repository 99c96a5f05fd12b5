import type { Ref } from 'vue';
import type { Capabilities } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Which commands can be given now, and where not, why.
 *
 * @example const capabilities = useCapabilities(); const dial = computed(() => capabilities.value['call.dial']);
 */
export const useCapabilities = (): Readonly<Ref<Capabilities>> => useCurrent(useOffhook().capabilities);
