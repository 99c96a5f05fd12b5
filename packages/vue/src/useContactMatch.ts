import type { MaybeRefOrGetter } from 'vue';
import { contactMatch, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Who has a number: looked up when a component shows it, and again when the host's contacts change. Calls and threads
 * have theirs already, as `match`.
 *
 * @example const { status, contacts } = useContactMatch(() => props.number); // <b v-if="status === 'one'">{{ contacts[0]?.name }}</b>
 */
export function useContactMatch(number: MaybeRefOrGetter<string>): ControlRefs<StreamValues['contactMatch']> {
  const client = useOffhook();
  return useControls(number, (number) => ({ state: contactMatch(client, number) }));
}
