import { useMemo } from 'react';
import { callControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One call with its controls; without an id the one in focus. The controls never reject: what went wrong is in
 * `lastError`, and in the outcome that they resolve to.
 *
 * @example
 * const { call, can, answer, hangUp } = useCall();
 * return <button disabled={!can.answer.allowed} onClick={answer}>Answer {call?.remote.name}</button>;
 */
export function useCall(id?: string): StreamValues['call'] {
  const client = useOffhook();
  return useControls(useMemo(() => callControls(client, id), [client, id]));
}
