import { useMemo } from 'react';
import { agentControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Who works the phone at one connector, or at the default one, with what they can do: sign in and out, and say
 * whether they are free.
 *
 * @example const { agent, setPresence } = useAgent(); <button onClick={() => setPresence('busy')}>{agent.presence}</button>
 */
export function useAgent(connector?: string): StreamValues['agent'] {
  const client = useOffhook();
  return useControls(useMemo(() => agentControls(client, connector), [client, connector]));
}
