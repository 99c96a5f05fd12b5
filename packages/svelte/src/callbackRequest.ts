import type { Readable } from 'svelte/store';
import { callbackRequest as callbackRequestOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * A wish to be called back, of one chat or without an id of the one in focus: who had it and what became of it.
 * `request` never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const wish = callbackRequest();
 * // <button onclick={() => $wish.request('+12165325078')}>{$wish.callback?.state ?? 'Call me'}</button>
 */
export const callbackRequest = (
  id?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['callbackRequest']> =>
  storeOf((client, id) => withControls(callbackRequestOf(client, id)), id);
