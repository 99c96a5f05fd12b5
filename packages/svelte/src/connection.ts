import type { Readable } from 'svelte/store';
import type { Connection, Current } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';

/**
 * How it stands with a vendor: the default connector's connection, or that of the one named.
 *
 * @example
 * const line = connection();
 * // The phone is {$line.status}.
 */
export function connection(): Readable<Connection>;
/** The connection of the connector named; `undefined` when there is none of that name. */
export function connection(
  connector: MaybeStoreOrGetter<string | undefined>,
): Readable<Connection | undefined>;
export function connection(
  connector?: MaybeStoreOrGetter<string | undefined>,
): Readable<Connection | undefined> {
  return storeOf<Connection | undefined, string | undefined>(
    (client, id): Current<Connection | undefined> =>
      id === undefined ? client.connection : client.connections.get(id),
    connector,
  );
}
