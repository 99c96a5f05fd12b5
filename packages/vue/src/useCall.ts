import type { MaybeRefOrGetter } from 'vue';
import { callControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * One call with its controls; without an id the one in focus. The controls never reject: what went wrong is in
 * `lastError`, and in the outcome that they resolve to.
 *
 * @example
 * const { call, can, answer } = useCall(() => props.id);
 * // <button :disabled="!can.answer.allowed" @click="answer">Answer {{ call?.remote.name }}</button>
 */
export function useCall(id?: MaybeRefOrGetter<string | undefined>): ControlRefs<StreamValues['call']> {
  const client = useOffhook();
  return useControls(id, (id) => callControls(client, id));
}
