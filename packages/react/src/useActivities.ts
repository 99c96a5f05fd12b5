import { useMemo } from 'react';
import { activities, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * A contact's history in the host's own system, fetched when a component shows it; `open` opens one of it there, and
 * `refresh` fetches it anew. Neither rejects; what went wrong is in `lastError`.
 *
 * @example
 * const { activities, open } = useActivities(contact.id);
 * return activities.map((each) => <button key={each.id} onClick={() => open(each)}>{each.subject}</button>);
 */
export function useActivities(contactId: string): StreamValues['activities'] {
  const client = useOffhook();
  return useControls(useMemo(() => activities(client, contactId), [client, contactId]));
}
