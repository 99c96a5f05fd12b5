import type { Readable } from 'svelte/store';
import { settingsControls, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * The host's own settings, which vendors show among theirs, with what changes one. `change` never rejects; what went
 * wrong is in `lastError`.
 *
 * @example
 * const mine = settings();
 * // <button onclick={() => $mine.change('open-contact', true)}>On</button>
 */
export const settings = (): Readable<StreamValues['settings']> =>
  storeOf((client) => withControls(settingsControls(client)));
