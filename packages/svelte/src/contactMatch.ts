import type { Readable } from 'svelte/store';
import { contactMatch as matchOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';

/**
 * Who has a number: looked up when a component shows it, and again when the host's contacts change. Calls and threads
 * have theirs already, as `match`.
 *
 * @example
 * const caller = contactMatch(() => number);
 * // {#if $caller.status === 'one'}{$caller.contacts[0]?.name}{/if}
 */
export const contactMatch = (number: MaybeStoreOrGetter<string>): Readable<StreamValues['contactMatch']> =>
  storeOf(matchOf, number);
