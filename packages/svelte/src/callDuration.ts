import type { Readable } from 'svelte/store';
import { callDuration as durationOf } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';

/**
 * A call's talk time in milliseconds, once a second; without an id that of the call in focus.
 *
 * @example
 * const talkMs = callDuration(() => id);
 * // {Math.floor($talkMs / 1000)} s
 */
export const callDuration = (id?: MaybeStoreOrGetter<string | undefined>): Readable<number> =>
  storeOf(durationOf, id);
