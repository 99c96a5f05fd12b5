import type { MaybeRefOrGetter, Ref } from 'vue';
import { serverStatus, type StreamValues } from '@offhook/core';
import { madeFor } from './madeFor.js';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * Whether the server of a connector's chats can be reached, and if not, why; without an id of the connector that chats.
 *
 * @example const server = useServerStatus(); // <p role="status">{{ server.reason ?? server.status }}</p>
 */
export function useServerStatus(
  connector?: MaybeRefOrGetter<string | undefined>,
): Readonly<Ref<StreamValues['serverStatus']>> {
  const client = useOffhook();
  return useCurrent(madeFor(connector, (connector) => serverStatus(client, connector)));
}
