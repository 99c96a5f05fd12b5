import type { Readable } from 'svelte/store';
import { paneControls, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * The panes of calls that wait, are open, or were blocked, with what opens a blocked one again, completes one and
 * closes one. `open` belongs in a person's click: a browser lets no window be opened elsewhere.
 *
 * @example
 * const all = panes();
 * // {#each $all.panes as { id, title } (id)}<li>{title} <button onclick={() => $all.close(id)}>Close</button></li>{/each}
 */
export const panes = (): Readable<StreamValues['panes']> =>
  storeOf((client) => withControls(paneControls(client)));
