import { useMemo } from 'react';
import { callbackRequest, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * A wish to be called back, of one chat or without an id of the one in focus: who had it and what became of it.
 * `request` never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const { callback, request } = useCallbackRequest();
 * return <button onClick={() => request('+12165325078')}>{callback?.state ?? 'Call me'}</button>;
 */
export function useCallbackRequest(id?: string): StreamValues['callbackRequest'] {
  const client = useOffhook();
  return useControls(useMemo(() => callbackRequest(client, id), [client, id]));
}
