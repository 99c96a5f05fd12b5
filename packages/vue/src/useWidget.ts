import type { MaybeRefOrGetter } from 'vue';
import { widgetControls, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Whether the widget of one connector, or of the default one, is open, with what opens and closes it: for a
 * `SoftphoneFrame` that follows that (`openOn`).
 *
 * @example const { open, closeWidget } = useWidget(); // <button v-if="open" @click="closeWidget">Close</button>
 */
export function useWidget(
  connector?: MaybeRefOrGetter<string | undefined>,
): ControlRefs<StreamValues['widget']> {
  const client = useOffhook();
  return useControls(connector, (connector) => widgetControls(client, connector));
}
