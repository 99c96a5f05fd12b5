import { useRef } from 'react';
import type { EventOf, EventType } from '@offhook/core';
import { useOffhook } from './useOffhook.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/**
 * Calls back for each event of one type while the component is mounted: always the handler of the last rendering,
 * so that it needs no memo. Moments are not state: nothing renders, and what was before is not told.
 *
 * @example useOffhookEvent('call.ringing', ({ call }) => notify(call.remote.name ?? call.remote.number));
 */
export function useOffhookEvent<T extends EventType>(type: T, handler: (event: EventOf<T>) => void): void {
  const client = useOffhook();
  const latest = useRef(handler);
  useIsomorphicLayoutEffect(() => {
    latest.current = handler;
  });
  useIsomorphicLayoutEffect(() => client.on(type, (event) => latest.current(event)), [client, type]);
}
