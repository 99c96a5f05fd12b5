import type { MaybeRefOrGetter } from 'vue';
import { threadControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One thread, and the way to answer it. `send` never rejects; what went wrong is in `lastError`.
 *
 * @example const { thread, send } = useThread(() => props.id); // <button @click="send(text)">Send</button>
 */
export function useThread(id: MaybeRefOrGetter<string>): ControlRefs<StreamValues['thread']> {
  const client = useOffhook();
  return useControls(id, (id) => threadControls(client, id));
}
