import { useMemo } from 'react';
import { dialer, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Dials. It never rejects; what went wrong is in `lastError`.
 *
 * @example const { dial, can } = useDialer(); <button disabled={!can.allowed} onClick={() => dial(number)}>Call</button>
 */
export function useDialer(): StreamValues['dialer'] {
  const client = useOffhook();
  return useControls(useMemo(() => dialer(client), [client]));
}
