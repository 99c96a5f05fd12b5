import { createApp, defineComponent, h, inject, nextTick, shallowRef } from 'vue';
import { offhookPlugin, useCall, useCallIds } from '@offhook/vue';
import { oursWithRows, peerOnClient, peerWithRows, place, renders, rowText, serve } from './common.js';

function ours() {
  const { phone, change } = oursWithRows();
  const Row = defineComponent({
    props: ['id'],
    setup(props) {
      const { call } = useCall(() => props.id);
      return () => {
        renders.ours += 1;
        return h('li', rowText(call.value));
      };
    },
  });
  const List = defineComponent(() => {
    const ids = useCallIds();
    return () => ids.value.map((id) => h(Row, { key: id, id }));
  });
  return { app: createApp(List).use(offhookPlugin, { client: phone }), change };
}

/** The peer: a `shallowRef` for each call, found by inject as ours is. */
function peer(name, withRows) {
  const store = withRows(
    (call) => shallowRef(call),
    (ref, call) => {
      ref.value = call;
    },
  );
  const Row = defineComponent({
    props: ['id'],
    setup(props) {
      const found = inject('store');
      return () => {
        renders[name] += 1;
        return h('li', rowText(found.get(props.id).value));
      };
    },
  });
  const List = defineComponent(() => {
    const { ids } = inject('store');
    return () => ids.map((id) => h(Row, { key: id, id }));
  });
  return { app: createApp(List).provide('store', store), change: store.change };
}

const sides = { ours: ours(), client: peer('client', peerOnClient), peer: peer('peer', peerWithRows) };
for (const [name, { app }] of Object.entries(sides)) app.mount(place(name));
serve(sides, (change) => {
  change();
  return nextTick();
});
