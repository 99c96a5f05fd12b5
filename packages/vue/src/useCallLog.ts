import type { MaybeRefOrGetter } from 'vue';
import { callLogControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The log entry of one call, or without an id of the one in focus, with what saves a note for it, or says whom it is
 * for. `save` never rejects; what went wrong is in `lastError`.
 *
 * @example const { log, save } = useCallLog(); // <button @click="save({ note })">{{ log.status }}</button>
 */
export function useCallLog(
  callId?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['callLog']> {
  const client = useOffhook();
  return useControls(callId, (callId) => callLogControls(client, callId));
}
