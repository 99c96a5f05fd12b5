import { defineComponent, h, onUnmounted, type PropType } from 'vue';
import { useCall, useCallIds } from '../index.js';

/** What a list and its rows have shown. */
export interface RowLog {
  /** How often the list was rendered. */
  list: number;
  /** How often each row was rendered. */
  readonly rows: Map<string, number>;
  /** The state that each mounted row shows. */
  readonly states: Map<string, string | undefined>;
}

const log = { type: Object as PropType<RowLog>, required: true } as const;

const Row = defineComponent({
  props: { id: { type: String, required: true }, log },
  setup(props) {
    const { call } = useCall(() => props.id);
    onUnmounted(() => props.log.states.delete(props.id));
    return () => {
      props.log.rows.set(props.id, (props.log.rows.get(props.id) ?? 0) + 1);
      props.log.states.set(props.id, call.value?.state);
      return h('li', call.value?.state);
    };
  },
});

/** A list of the live calls, with a row for each. */
export const Rows = defineComponent({
  props: { log },
  setup(props) {
    const ids = useCallIds();
    return () => {
      props.log.list += 1;
      return h(
        'ul',
        ids.value.map((id) => h(Row, { key: id, id, log: props.log })),
      );
    };
  },
});
