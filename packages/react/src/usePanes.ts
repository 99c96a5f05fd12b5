import { useMemo } from 'react';
import { paneControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The pages that calls have brought up: those that wait for their moment, are open, or were blocked by the browser. Its
 * functions open a blocked one again (from a click), and say that one is done with, or close it. `PaneHost` shows them.
 *
 * @example
 * const { panes, complete } = usePanes();
 * return panes.map(({ id, title }) => <button key={id} onClick={() => complete(id)}>{title} is done</button>);
 */
export function usePanes(): StreamValues['panes'] {
  const client = useOffhook();
  return useControls(useMemo(() => paneControls(client), [client]));
}
