import type { MaybeRefOrGetter } from 'vue';
import { deviceControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * What one connector's vendor, or the default one's, leaves to the host: to ring, to switch to the loudspeaker, to
 * share. `delegate` hands it over; none of its functions rejects.
 *
 * @example const { ringer, delegate } = useDevices(); // <button @click="delegate('ringer', !ringer.delegated)">Ring here</button>
 */
export function useDevices(
  connector?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['devices']> {
  const client = useOffhook();
  return useControls(connector, (connector) => deviceControls(client, connector));
}
