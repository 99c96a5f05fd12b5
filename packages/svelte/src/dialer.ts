import type { Readable } from 'svelte/store';
import { dialer as dialerOf, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Dials. It never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const keypad = dialer();
 * // <button disabled={!$keypad.can.allowed} onclick={() => $keypad.dial(number)}>Call</button>
 */
export const dialer = (): Readable<StreamValues['dialer']> =>
  storeOf((client) => withControls(dialerOf(client)));
