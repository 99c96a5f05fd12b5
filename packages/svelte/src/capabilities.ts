import type { Readable } from 'svelte/store';
import type { Capabilities } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * Which commands can be given now, and where not, why.
 *
 * @example
 * const can = capabilities();
 * // {#if !$can['call.dial'].allowed}{$can['call.dial'].text}{/if}
 */
export const capabilities = (): Readable<Capabilities> => storeOf((client) => client.capabilities);
