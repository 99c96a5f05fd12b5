import type { MaybeRefOrGetter } from 'vue';
import { activities, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * A contact's history in the host's own system, fetched when a component shows it; `open` opens one of it there, and
 * `refresh` fetches it anew. Neither rejects; what went wrong is in `lastError`.
 *
 * @example const { activities, open } = useActivities(() => props.contactId); // <li v-for="each in activities" @click="open(each)">
 */
export function useActivities(contactId: MaybeRefOrGetter<string>): ControlRefs<StreamValues['activities']> {
  const client = useOffhook();
  return useControls(contactId, (contactId) => activities(client, contactId));
}
