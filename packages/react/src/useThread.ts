import { useMemo } from 'react';
import { threadControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One thread, and the way to answer it. `send` never rejects; what went wrong is in `lastError`.
 *
 * @example const { thread, send } = useThread(id); <button onClick={() => send(text)}>Send</button>
 */
export function useThread(id: string): StreamValues['thread'] {
  const client = useOffhook();
  return useControls(useMemo(() => threadControls(client, id), [client, id]));
}
