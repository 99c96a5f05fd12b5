import type { MaybeRefOrGetter } from 'vue';
import { uploads, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The files that go into one chat, or without an id into the one in focus. `upload` never rejects; how far each file
 * is, and why one failed, is in `uploads`.
 *
 * @example
 * const { uploads, upload } = useUploads();
 * // <li v-for="{ id, name, sent, size } in uploads" :key="id">{{ name }}: {{ sent }} of {{ size }}</li>
 */
export function useUploads(id?: MaybeRefOrGetter<string | undefined>): ControlRefs<StreamValues['uploads']> {
  const client = useOffhook();
  return useControls(id, (id) => uploads(client, id));
}
