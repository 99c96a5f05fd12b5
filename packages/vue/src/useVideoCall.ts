import type { MaybeRefOrGetter } from 'vue';
import { videoControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Audio and video with the agent of one chat, or without an id of the one in focus. The controls never reject: what
 * went wrong is in `lastError`, and in the outcome that they resolve to. A stream goes to its element with `.prop`,
 * which sets it when it is another one and not with each rendering; kept in a ref of your own, it needs a `shallowRef`.
 *
 * @example
 * const { streams, can, start, hangUp } = useVideoCall();
 * // <video :srcObject.prop="streams.remote[0]" autoplay playsinline />
 * // <button v-if="can.start.allowed" @click="start()">Call</button>
 */
export function useVideoCall(
  id?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['videoCall']> {
  const client = useOffhook();
  return useControls(id, (id) => videoControls(client, id));
}
