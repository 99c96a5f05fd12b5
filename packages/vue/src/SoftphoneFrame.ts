import { defineComponent, h, shallowRef, type HTMLAttributes, type VNode } from 'vue';
import { keep, useShown } from './bridge.js';
import { useOffhook } from './useOffhook.js';

/** The props of `SoftphoneFrame`; whatever else it is given goes to its `div`. */
export interface SoftphoneFrameProps {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
}

const frame = /* #__PURE__ */ defineComponent({
  name: 'SoftphoneFrame',
  props: { connector: String },
  setup(props): () => VNode {
    const client = useOffhook();
    const shown = useShown();
    const place = shallowRef<HTMLElement>();
    keep(
      () => (shown.value && place.value ? { element: place.value, connector: props.connector } : undefined),
      ({ element, connector }) => client.attachSoftphone(element, connector),
    );
    return () => h('div', { ref: place });
  },
});

/**
 * The place on the page where the vendor's frame is shown: a bare `div`, whose size and look are yours. The frame
 * itself stays alive while this is unmounted, and the call in it too.
 *
 * @example <SoftphoneFrame class="phone" />
 */
// Typed by what a template may give it: the type that Vue infers is another one in each of its minor versions.
export const SoftphoneFrame = frame as unknown as new () => {
  readonly $props: SoftphoneFrameProps & HTMLAttributes;
};
