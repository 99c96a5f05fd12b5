import { useMemo } from 'react';
import { contactMatch, type StreamValues } from '@offhook/core';
import { useAsked } from './useAsked.js';
import { useOffhook } from './useOffhook.js';

/**
 * Who has a number: looked up when a component shows it, and again when the host's contacts change. Calls and threads
 * have theirs already, as `match`.
 *
 * @example const { status, contacts } = useContactMatch(number); return status === 'one' && contacts[0]?.name;
 */
export function useContactMatch(number: string): StreamValues['contactMatch'] {
  const client = useOffhook();
  return useAsked(useMemo(() => contactMatch(client, number), [client, number]));
}
