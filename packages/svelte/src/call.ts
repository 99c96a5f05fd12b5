import type { Readable } from 'svelte/store';
import { callControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * One call with its controls; without an id the one in focus. The controls never reject: what went wrong is in
 * `lastError`, and in the outcome that they resolve to.
 *
 * @example
 * const focus = call();
 * // <button disabled={!$focus.can.answer.allowed} onclick={$focus.answer}>Answer {$focus.call?.remote.name}</button>
 */
export const call = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['call']> =>
  storeOf((client, id) => withControls(callControls(client, id)), id);
