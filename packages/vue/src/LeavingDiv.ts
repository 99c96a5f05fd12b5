import { defineComponent, h, onBeforeUnmount, shallowRef } from 'vue';

/** A `div` that says when it is about to leave the page, while it is still in there. */
export const LeavingDiv = /* #__PURE__ */ defineComponent({
  name: 'LeavingDiv',
  emits: { leaves: (_element: HTMLElement) => true },
  setup(_props, { emit, slots }) {
    const element = shallowRef<HTMLElement>();
    onBeforeUnmount(() => {
      if (element.value) emit('leaves', element.value);
    });
    return () => h('div', { ref: element }, slots.default?.());
  },
});
