import { useMemo } from 'react';
import { screenControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Shares the customer's screen with the agent of one chat, or without an id of the one in focus. Call `start` right in
 * the person's click: browsers ask at no other time. Neither of the functions rejects; what went wrong is in
 * `lastError`. What the agent sees is in `streams.screen`.
 *
 * @example
 * const { can, start, stop } = useScreenShare();
 * return can.stop.allowed ? (
 *   <button onClick={stop}>Stop sharing</button>
 * ) : (
 *   <button disabled={!can.start.allowed} onClick={() => start()}>Share the screen</button>
 * );
 */
export function useScreenShare(id?: string): StreamValues['screenShare'] {
  const client = useOffhook();
  return useControls(useMemo(() => screenControls(client, id), [client, id]));
}
