import type { Readable } from 'svelte/store';
import { queuePosition as queuePositionOf } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';

/**
 * Where one chat stands in the queue, from 1; without an id the one in focus. `undefined` while it doesn't wait.
 *
 * @example
 * const position = queuePosition();
 * // {#if $position}<p>You are number {$position}.</p>{/if}
 */
export const queuePosition = (id?: MaybeStoreOrGetter<string | undefined>): Readable<number | undefined> =>
  storeOf((client, id) => queuePositionOf(client, id), id);
