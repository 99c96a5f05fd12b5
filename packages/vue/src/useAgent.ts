import type { MaybeRefOrGetter } from 'vue';
import { agentControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Who works the phone at one connector, or at the default one, with what they can do: sign in and out, and say
 * whether they are free.
 *
 * @example const { agent, setPresence } = useAgent(); // <button @click="setPresence('busy')">{{ agent.presence }}</button>
 */
export function useAgent(
  connector?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['agent']> {
  const client = useOffhook();
  return useControls(connector, (connector) => agentControls(client, connector));
}
