import type { MaybeRefOrGetter, Ref } from 'vue';
import { callDuration } from '@offhook/core';
import { madeFor } from './madeFor.js';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * A call's talk time in milliseconds, once a second; without an id that of the call in focus.
 *
 * @example const talkMs = useCallDuration(() => props.id); // {{ Math.floor(talkMs / 1000) }} s
 */
export function useCallDuration(id?: MaybeRefOrGetter<string | undefined>): Readonly<Ref<number>> {
  const client = useOffhook();
  return useCurrent(madeFor(id, (id) => callDuration(client, id)));
}
