import { useMemo } from 'react';
import { cobrowseControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Shows this page to the agent of one chat, or without an id of the one in focus, who may help in it. Of its controls
 * the agent sees only those whose ids `start` is given. Neither of the functions rejects; what went wrong is in
 * `lastError`.
 *
 * @example
 * const { cobrowse, start } = useCobrowse();
 * const help = () => start({ controls: { textboxes: ['amount'] }, annotate: true });
 * return cobrowse?.state === 'on' ? <p>The agent sees this page.</p> : <button onClick={help}>Show the page</button>;
 */
export function useCobrowse(id?: string): StreamValues['cobrowse'] {
  const client = useOffhook();
  return useControls(useMemo(() => cobrowseControls(client, id), [client, id]));
}
