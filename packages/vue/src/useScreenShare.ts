import type { MaybeRefOrGetter } from 'vue';
import { screenControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Shares the customer's screen with the agent of one chat, or without an id of the one in focus. Call `start` right in
 * the person's click: browsers ask at no other time. Neither of the functions rejects; what went wrong is in
 * `lastError`. What the agent sees is in `streams.screen`.
 *
 * @example
 * const { can, start, stop } = useScreenShare();
 * // <button v-if="can.stop.allowed" @click="stop()">Stop sharing</button>
 * // <button v-else :disabled="!can.start.allowed" @click="start()">Share the screen</button>
 */
export function useScreenShare(
  id?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['screenShare']> {
  const client = useOffhook();
  return useControls(id, (id) => screenControls(client, id));
}
