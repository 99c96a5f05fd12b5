import { settingsControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The host's own settings, which vendors show among theirs, with what changes one. `change` never rejects; what went
 * wrong is in `lastError`.
 *
 * @example const { settings, change } = useSettings(); // <button @click="change('open-contact', true)">On</button>
 */
export function useSettings(): ControlRefs<StreamValues['settings']> {
  const client = useOffhook();
  return useControls(undefined, () => settingsControls(client));
}
