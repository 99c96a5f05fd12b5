import type { MaybeRefOrGetter } from 'vue';
import { cobrowseControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Shows this page to the agent of one chat, or without an id of the one in focus, who may help in it. Of its controls
 * the agent sees only those whose ids `start` is given. Neither of the functions rejects; what went wrong is in
 * `lastError`.
 *
 * @example
 * const { cobrowse, start } = useCobrowse();
 * const help = () => start({ controls: { textboxes: ['amount'] }, annotate: true });
 * // <p v-if="cobrowse?.state === 'on'">The agent sees this page.</p>
 * // <button v-else @click="help">Show the page</button>
 */
export function useCobrowse(
  id?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['cobrowse']> {
  const client = useOffhook();
  return useControls(id, (id) => cobrowseControls(client, id));
}
