import { useMemo } from 'react';
import { callDuration } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * A call's talk time in milliseconds, once a second; without an id that of the call in focus.
 *
 * @example const seconds = Math.floor(useCallDuration(id) / 1000);
 */
export function useCallDuration(id?: string): number {
  const client = useOffhook();
  return useCurrent(useMemo(() => callDuration(client, id), [client, id]));
}
