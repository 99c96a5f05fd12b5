import type { Readable } from 'svelte/store';
import { deviceControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * What one connector's vendor, or the default one's, leaves to the host: to ring, to switch to the loudspeaker, to
 * share. `delegate` hands it over; none of its functions rejects.
 *
 * @example
 * const mine = devices();
 * // <button onclick={() => $mine.delegate('ringer', !$mine.ringer.delegated)}>Ring here</button>
 */
export const devices = (
  connector?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['devices']> =>
  storeOf((client, id) => withControls(deviceControls(client, id)), connector);
