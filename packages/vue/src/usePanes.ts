import { paneControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The pages that calls have brought up: those that wait for their moment, are open, or were blocked by the browser. Its
 * functions open a blocked one again (from a click), and say that one is done with, or close it. `PaneHost` shows them.
 *
 * @example const { panes, complete } = usePanes(); // <button v-for="{ id, title } in panes" :key="id" @click="complete(id)">{{ title }} is done</button>
 */
export function usePanes(): ControlRefs<StreamValues['panes']> {
  const client = useOffhook();
  return useControls(undefined, () => paneControls(client));
}
