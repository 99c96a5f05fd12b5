import { authorizationControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Whether the agent is signed in to the host's own system, with what changes that. `toggle` never rejects; what went
 * wrong is in `lastError`.
 *
 * @example const { authorized, toggle } = useAuthorization(); // <button @click="toggle">{{ authorized ? 'Sign out' : 'Sign in' }}</button>
 */
export function useAuthorization(): ControlRefs<StreamValues['authorization']> {
  const client = useOffhook();
  return useControls(undefined, () => authorizationControls(client));
}
