import type { Readable } from 'svelte/store';
import { paneContextControls, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * For a page that is itself inside a pane: which call it was opened for, and `complete`, which tells the page around it
 * that the work is done. It never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const mine = paneContext();
 * // <button disabled={$mine.pending} onclick={$mine.complete}>Done with {$mine.call?.remote.name}</button>
 */
export const paneContext = (): Readable<StreamValues['paneContext']> =>
  storeOf((client) => withControls(paneContextControls(client)));
