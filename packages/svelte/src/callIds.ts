import type { Readable } from 'svelte/store';
import { storeOf } from './storeOf.js';

/**
 * The ids of the live calls, newest first: changes only when a call comes or goes.
 *
 * @example
 * const ids = callIds();
 * // {#each $ids as id (id)}<CallRow {id} />{/each}
 */
export const callIds = (): Readable<readonly string[]> => storeOf((client) => client.calls.ids);
