import type { Readable } from 'svelte/store';
import type { Current } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * Any `Current` of core, such as one that you made with `select`, as a store that a server and hydration give
 * `initial` of.
 *
 * @example
 * const muted = current(select(getOffhook().focus, (call) => call?.muted ?? false));
 * // {#if $muted}Muted{/if}
 */
export const current = <T>(source: Current<T>): Readable<T> => storeOf(() => source);
