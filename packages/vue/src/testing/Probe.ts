import { defineComponent, h, type PropType } from 'vue';
import type { StreamName } from '@offhook/core';
import { useStream } from './streams.js';

/** Reads one stream, shows it as text, and logs the value of each rendering. */
export const Probe = defineComponent({
  props: {
    name: { type: String as PropType<StreamName>, required: true },
    id: { type: String as PropType<string | undefined>, default: undefined },
    log: { type: Array as PropType<unknown[]>, required: true },
  },
  setup(props) {
    const read = useStream(props.name, () => props.id);
    return () => {
      const value = read();
      props.log.push(value);
      return h('output', JSON.stringify(value));
    };
  },
});
