import { dialer, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Dials. It never rejects; what went wrong is in `lastError`.
 *
 * @example const { dial, can } = useDialer(); // <button :disabled="!can.allowed" @click="dial(number)">Call</button>
 */
export function useDialer(): ControlRefs<StreamValues['dialer']> {
  const client = useOffhook();
  return useControls(undefined, () => dialer(client));
}
