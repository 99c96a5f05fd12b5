import { useMemo } from 'react';
import { deviceControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * What one connector's vendor, or the default one's, leaves to the host: to ring, to switch to the loudspeaker, to
 * share. `delegate` hands it over; none of its functions rejects.
 *
 * @example
 * const { ringer, delegate } = useDevices();
 * return <button onClick={() => delegate('ringer', !ringer.delegated)}>Ring here</button>;
 */
export function useDevices(connector?: string): StreamValues['devices'] {
  const client = useOffhook();
  return useControls(useMemo(() => deviceControls(client, connector), [client, connector]));
}
