import { defineComponent, h, shallowRef } from 'vue';
import { keep, useShown } from './bridge.js';
import { useOffhook } from './useOffhook.js';

/** Where a pane's page is shown. */
export const PanePlace = /* #__PURE__ */ defineComponent({
  name: 'PanePlace',
  props: { id: { type: String, required: true } },
  setup(props) {
    const client = useOffhook();
    const shown = useShown();
    const place = shallowRef<HTMLElement>();
    keep(
      () => (shown.value && place.value ? { element: place.value, id: props.id } : undefined),
      ({ element, id }) => client.attachPane(element, id),
    );
    return () => h('div', { ref: place });
  },
});
