import { useMemo } from 'react';
import type { Connection, Current } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * How it stands with a vendor: the default connector's connection, or that of the one named.
 *
 * @example const { status, reason } = useConnection();
 */
export function useConnection(): Connection;
/** The connection of the connector named; `undefined` when there is none of that name. */
export function useConnection(connector: string | undefined): Connection | undefined;
export function useConnection(connector?: string): Connection | undefined {
  const client = useOffhook();
  const current = useMemo(
    (): Current<Connection | undefined> =>
      connector === undefined ? client.connection : client.connections.get(connector),
    [client, connector],
  );
  return useCurrent(current);
}
