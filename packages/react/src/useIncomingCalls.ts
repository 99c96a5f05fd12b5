import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Inbound calls that ring, the longest ringing first.
 *
 * @example const [next] = useIncomingCalls(); return next && <Ringing id={next.id} />;
 */
export const useIncomingCalls = (): readonly Call[] => useCurrent(useOffhook().incomingCalls);
