import type { Readable } from 'svelte/store';
import { cobrowseControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Shows this page to the agent of one chat, or without an id of the one in focus, who may help in it. Of its controls
 * the agent sees only those whose ids `start` is given. Neither of the functions rejects; what went wrong is in
 * `lastError`.
 *
 * @example
 * const page = cobrowse();
 * const help = () => $page.start({ controls: { textboxes: ['amount'] }, annotate: true });
 * // {#if $page.cobrowse?.state === 'on'}<p>The agent sees this page.</p>
 * // {:else}<button on:click={help}>Show the page</button>{/if}
 */
export const cobrowse = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['cobrowse']> =>
  storeOf((client, id) => withControls(cobrowseControls(client, id)), id);
