import type { Capabilities } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Which commands can be given now, and where not, why.
 *
 * @example const dial = useCapabilities()['call.dial']; if (!dial.allowed) show(dial.text);
 */
export const useCapabilities = (): Capabilities => useCurrent(useOffhook().capabilities);
