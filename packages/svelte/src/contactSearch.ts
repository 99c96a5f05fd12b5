import type { Readable } from 'svelte/store';
import { contactSearch as searchOf, type ContactSearchBox, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * The host's contacts that fit what somebody types, the best first; those of the query before stay while the host looks
 * for the next. Without a query it waits for `search`, which never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const found = contactSearch(() => query);
 * // {#each $found.contacts as { id, name } (id)}<li>{name}</li>{/each}
 */
export function contactSearch(
  query?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['contactSearch']> {
  // One box for all queries: it has what was found before.
  let box: ContactSearchBox | undefined;
  return storeOf((client, query) => withControls((box ??= searchOf(client)).forQuery(query)), query);
}
