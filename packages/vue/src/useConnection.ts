import type { MaybeRefOrGetter, Ref } from 'vue';
import type { Connection, Current } from '@offhook/core';
import { madeFor } from './madeFor.js';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * How it stands with a vendor: the default connector's connection, or that of the one named.
 *
 * @example const connection = useConnection(); // The phone is {{ connection.status }}.
 */
export function useConnection(): Readonly<Ref<Connection>>;
/** The connection of the connector named; `undefined` when there is none of that name. */
export function useConnection(
  connector: MaybeRefOrGetter<string | undefined>,
): Readonly<Ref<Connection | undefined>>;
export function useConnection(
  connector?: MaybeRefOrGetter<string | undefined>,
): Readonly<Ref<Connection | undefined>> {
  const { connection, connections } = useOffhook();
  const of = (name: string | undefined): Current<Connection | undefined> =>
    name === undefined ? connection : connections.get(name);
  return useCurrent(madeFor(connector, of));
}
