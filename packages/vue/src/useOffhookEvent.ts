import type { EventOf, EventType } from '@offhook/core';
import { keep } from './bridge.js';
import { useOffhook } from './useOffhook.js';

/**
 * Calls back for each event of one type while the component is there. Moments are not state: what was before is not
 * told.
 *
 * @example useOffhookEvent('call.ringing', ({ call }) => notify(call.remote.name ?? call.remote.number));
 */
export function useOffhookEvent<T extends EventType>(type: T, handler: (event: EventOf<T>) => void): void {
  const client = useOffhook();
  keep(
    () => type,
    () => client.on(type, handler),
  );
}
