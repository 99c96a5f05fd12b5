import { paneContextControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * For a page that is itself in a pane of an agent's desktop: which call it was opened for, and what tells the desktop
 * that the work is done. `complete` never rejects; what went wrong is in `lastError`.
 *
 * @example const { call, complete } = usePaneContext(); // <button @click="complete">Done with {{ call?.remote.name }}</button>
 */
export function usePaneContext(): ControlRefs<StreamValues['paneContext']> {
  const client = useOffhook();
  return useControls(undefined, () => paneContextControls(client));
}
