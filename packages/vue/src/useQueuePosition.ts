import type { MaybeRefOrGetter, Ref } from 'vue';
import { queuePosition } from '@offhook/core';
import { madeFor } from './madeFor.js';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Where one chat stands in the queue, from 1; without an id the one in focus. `undefined` while it doesn't wait.
 *
 * @example const position = useQueuePosition(); // <p v-if="position">You are number {{ position }}.</p>
 */
export function useQueuePosition(
  id?: MaybeRefOrGetter<string | undefined>,
): Readonly<Ref<number | undefined>> {
  const client = useOffhook();
  return useCurrent(madeFor(id, (id) => queuePosition(client, id)));
}
