import { useMemo } from 'react';
import { widgetControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Whether the widget of one connector, or of the default one, is open, with what opens and closes it: for a
 * `SoftphoneFrame` that follows that (`openOn`).
 *
 * @example const { open, closeWidget } = useWidget(); return open && <button onClick={closeWidget}>Close</button>;
 */
export function useWidget(connector?: string): StreamValues['widget'] {
  const client = useOffhook();
  return useControls(useMemo(() => widgetControls(client, connector), [client, connector]));
}
