import {
  computed,
  defineComponent,
  h,
  shallowRef,
  type HTMLAttributes,
  type PropType,
  type VNode,
} from 'vue';
import type { OpeningState } from '@offhook/core';
import { keep, useShown } from './bridge.js';
import { useOffhook } from './useOffhook.js';

/** The props of `SoftphoneFrame`; whatever else it is given goes to its `div`. */
export interface SoftphoneFrameProps {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
  /**
   * Hides the `div` while the widget is closed, and gives it the size that the widget asks for while it is open; a call
   * of that vendor which comes into one of these states opens it.
   */
  readonly openOn?: readonly OpeningState[] | undefined;
}

const frame = /* #__PURE__ */ defineComponent({
  name: 'SoftphoneFrame',
  props: { connector: String, openOn: Array as PropType<readonly OpeningState[]> },
  setup(props): () => VNode {
    const client = useOffhook();
    const shown = useShown();
    const place = shallowRef<HTMLElement>();
    // By what it says: a list that is written in a template is another one in each rendering.
    const openOn = computed<readonly OpeningState[] | undefined>((before) =>
      String(before) === String(props.openOn) && before ? before : props.openOn,
    );
    keep(
      () =>
        shown.value && place.value
          ? { element: place.value, connector: props.connector, openOn: openOn.value }
          : undefined,
      ({ element, connector, openOn }) => client.attachSoftphone(element, connector, { openOn }),
    );
    return () => h('div', { ref: place });
  },
});

/**
 * The place on the page where the vendor's frame is shown: a bare `div`, whose size and look are yours. The frame
 * itself stays alive while this is unmounted, and the call in it too.
 *
 * @example <SoftphoneFrame class="phone" />
 * @example <SoftphoneFrame :open-on="['ringing', 'dialing']" />
 */
// Typed by what a template may give it: the type that Vue infers is another one in each of its minor versions.
export const SoftphoneFrame = frame as unknown as new () => {
  readonly $props: SoftphoneFrameProps & HTMLAttributes;
};
