import type { Readable } from 'svelte/store';
import type { Call } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * Inbound calls that ring, the longest ringing first.
 *
 * @example
 * const ringing = incomingCalls();
 * // {#each $ringing as { id } (id)}<Ringing {id} />{/each}
 */
export const incomingCalls = (): Readable<readonly Call[]> => storeOf((client) => client.incomingCalls);
