import { useMemo } from 'react';
import { chatControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One live chat with its messages and controls; without an id the one in focus. The controls never reject: what went
 * wrong is in `lastError`, and in the outcome that they resolve to. A message's text is plain text.
 *
 * @example
 * const { messages, can, start, send } = useChat();
 * return <button disabled={!can.start.allowed} onClick={() => start({ customer: { topic: 'Loans' } })}>Chat with us</button>;
 */
export function useChat(id?: string): StreamValues['chat'] {
  const client = useOffhook();
  return useControls(useMemo(() => chatControls(client, id), [client, id]));
}
