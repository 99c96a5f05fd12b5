import { useMemo } from 'react';
import { contactSearch, type StreamValues } from '@offhook/core';
import { useAsked } from './useAsked.js';
import { useOffhook } from './useOffhook.js';

/**
 * The host's contacts that fit what somebody types, the best first; those of the query before stay while the host looks
 * for the next. Without a query it waits for `search`, which never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const { contacts, pending } = useContactSearch(query);
 * return contacts.map(({ id, name }) => <li key={id}>{name}</li>);
 */
export function useContactSearch(query?: string): StreamValues['contactSearch'] {
  const client = useOffhook();
  // One box for all queries: it has what was found before.
  const box = useMemo(() => contactSearch(client), [client]);
  const { state } = useMemo(() => box.forQuery(query), [box, query]);
  return { ...useAsked(state), search: box.search };
}
