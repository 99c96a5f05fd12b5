import type { Readable } from 'svelte/store';
import { serverStatus as serverStatusOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';

/**
 * Whether the server of a connector's chats can be reached, and if not, why; without an id of the connector that chats.
 *
 * @example
 * const server = serverStatus();
 * // <p role="status">{$server.reason ?? $server.status}</p>
 */
export const serverStatus = (
  connector?: MaybeStoreOrGetter<string | undefined>,
): Readable<StreamValues['serverStatus']> =>
  storeOf((client, connector) => serverStatusOf(client, connector), connector);
