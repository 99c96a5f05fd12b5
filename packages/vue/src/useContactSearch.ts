import type { MaybeRefOrGetter } from 'vue';
import { contactSearch, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The host's contacts that fit what somebody types, the best first; those of the query before stay while the host looks
 * for the next. Without a query it waits for `search`, which never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const query = ref('');
 * const { contacts, pending } = useContactSearch(query); // <li v-for="{ id, name } in contacts" :key="id">{{ name }}</li>
 */
export function useContactSearch(
  query?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['contactSearch']> {
  // One box for all queries: it has what was found before.
  const box = contactSearch(useOffhook());
  return useControls(query, (query) => box.forQuery(query));
}
