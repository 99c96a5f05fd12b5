import type { Readable } from 'svelte/store';
import type { Call } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * All live calls, newest first. It changes with each change of any of them: a long list does better with
 * {@link callIds} and a row for each id that reads {@link call}.
 *
 * @example
 * const live = calls();
 * // {#each $live as { id, remote } (id)}<li>{remote.number}</li>{/each}
 */
export const calls = (): Readable<readonly Call[]> => storeOf((client) => client.calls.all);
