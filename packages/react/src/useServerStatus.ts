import { useMemo } from 'react';
import { serverStatus, type StreamValues } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Whether the server of a connector's chats can be reached, and if not, why; without an id of the connector that chats.
 *
 * @example const { status, reason } = useServerStatus(); return <p role="status">{reason ?? status}</p>;
 */
export function useServerStatus(connector?: string): StreamValues['serverStatus'] {
  const client = useOffhook();
  return useCurrent(useMemo(() => serverStatus(client, connector), [client, connector]));
}
