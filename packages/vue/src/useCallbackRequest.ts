import type { MaybeRefOrGetter } from 'vue';
import { callbackRequest, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * A wish to be called back, of one chat or without an id of the one in focus: who had it and what became of it.
 * `request` never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const { callback, request } = useCallbackRequest();
 * // <button @click="request('+12165325078')">{{ callback?.state ?? 'Call me' }}</button>
 */
export function useCallbackRequest(
  id?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['callbackRequest']> {
  const client = useOffhook();
  return useControls(id, (id) => callbackRequest(client, id));
}
