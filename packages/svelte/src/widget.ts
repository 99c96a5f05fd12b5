import type { Readable } from 'svelte/store';
import { widgetControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Whether the widget of one connector, or of the default one, is open, with what opens and closes it: for a place that
 * follows that (`use:softphone={{ openOn }}`).
 *
 * @example
 * const frame = widget();
 * // {#if $frame.open}<button onclick={$frame.closeWidget}>Close</button>{/if}
 */
export const widget = (
  connector?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['widget']> =>
  storeOf((client, id) => withControls(widgetControls(client, id)), connector);
