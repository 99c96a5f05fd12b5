import type { MaybeRefOrGetter } from 'vue';
import { captcha, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * What must be typed before one chat starts, or without an id the one in focus; nothing where no captcha is asked. The
 * text goes with `start`. `reset` asks for another image and never rejects.
 *
 * @example
 * const { captcha, reset } = useCaptcha();
 * // <button v-if="captcha" @click="reset"><img :src="captcha.url" alt="Captcha" /></button>
 */
export function useCaptcha(id?: MaybeRefOrGetter<string | undefined>): ControlRefs<StreamValues['captcha']> {
  const client = useOffhook();
  return useControls(id, (id) => captcha(client, id));
}
