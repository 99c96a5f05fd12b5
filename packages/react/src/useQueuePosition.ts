import { useMemo } from 'react';
import { queuePosition } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Where one chat stands in the queue, from 1; without an id the one in focus. `undefined` while it doesn't wait.
 *
 * @example const position = useQueuePosition(); return position && <p>You are number {position}.</p>;
 */
export function useQueuePosition(id?: string): number | undefined {
  const client = useOffhook();
  return useCurrent(useMemo(() => queuePosition(client, id), [client, id]));
}
