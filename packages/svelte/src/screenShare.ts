import type { Readable } from 'svelte/store';
import { screenControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Shares the customer's screen with the agent of one chat, or without an id of the one in focus. Call `start` right in
 * the person's click: browsers ask at no other time. Neither of the functions rejects; what went wrong is in
 * `lastError`. What the agent sees is in `streams.screen`.
 *
 * @example
 * const share = screenShare();
 * // {#if $share.can.stop.allowed}<button on:click={() => $share.stop()}>Stop sharing</button>
 * // {:else}<button disabled={!$share.can.start.allowed} on:click={() => $share.start()}>Share the screen</button>{/if}
 */
export const screenShare = (
  id?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['screenShare']> =>
  storeOf((client, id) => withControls(screenControls(client, id)), id);
