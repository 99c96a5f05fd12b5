import { useMemo } from 'react';
import { settingsControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The host's own settings, which vendors show among theirs, with what changes one. `change` never rejects; what went
 * wrong is in `lastError`.
 *
 * @example const { settings, change } = useSettings(); <button onClick={() => change('open-contact', true)}>On</button>
 */
export function useSettings(): StreamValues['settings'] {
  const client = useOffhook();
  return useControls(useMemo(() => settingsControls(client), [client]));
}
