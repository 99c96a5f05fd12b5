import type { MaybeRefOrGetter } from 'vue';
import { chatControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One live chat with its messages and controls; without an id the one in focus. The controls never reject: what went
 * wrong is in `lastError`, and in the outcome that they resolve to. A message's text is plain text.
 *
 * @example
 * const { messages, can, start, send } = useChat();
 * // <button :disabled="!can.start.allowed" @click="start({ customer: { topic: 'Loans' } })">Chat with us</button>
 */
export function useChat(id?: MaybeRefOrGetter<string | undefined>): ControlRefs<StreamValues['chat']> {
  const client = useOffhook();
  return useControls(id, (id) => chatControls(client, id));
}
