import { onMount } from 'svelte';
import type { EventOf, EventType } from '@offhook/core';
import { getOffhook } from './getOffhook.js';

/**
 * Calls back for each event of one type while the component is mounted. Moments are not state: nothing is shown anew,
 * and what was before is not told.
 *
 * @example onOffhookEvent('call.ringing', ({ call }) => notify(call.remote.name ?? call.remote.number));
 */
export function onOffhookEvent<T extends EventType>(type: T, handler: (event: EventOf<T>) => void): void {
  const client = getOffhook();
  onMount(() => client.on(type, handler));
}
