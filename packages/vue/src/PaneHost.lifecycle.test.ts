import { createApp, defineComponent, h, KeepAlive, nextTick, ref } from 'vue';
import { flushPromises, mount } from '@vue/test-utils';
import type { Offhook } from '@offhook/core';
import { offhookPlugin, PaneHost, provideOffhook } from './index.js';
import { given } from './testing/given.js';
import { tabNames } from './testing/paneElements.js';
import { paneScene } from './testing/paneScene.js';

test('a part of the page with a client of its own shows the pages of that', async () => {
  const one = paneScene();
  const two = paneScene();
  const there = ref(true);
  const Part = defineComponent({
    props: { client: { type: Object, required: true } },
    setup(props) {
      provideOffhook(props.client as Offhook);
      return () => h('section', there.value ? h(PaneHost) : []);
    },
  });
  const root = document.body.appendChild(document.createElement('main'));
  const app = createApp(() => [h(PaneHost), h(Part, { client: two.phone })]);
  app.use(offhookPlugin, { client: one.phone }).mount(root);
  const ann = await one.comes('Ann');
  const ben = await two.comes('Ben');
  expect([tabNames(), one.attached, two.attached]).toEqual([['Ann', 'Ben'], [ann], [ben]]);
  expect(tabNames(root.querySelector('section') ?? root)).toEqual(['Ben']);
  there.value = false;
  await flushPromises();
  expect([tabNames(), one.attached, two.attached]).toEqual([['Ann'], [ann], []]);
  app.unmount();
  root.remove();
  for (const { phone } of [one, two]) phone.close();
});

test('laid aside by a KeepAlive it shows no page, and brought back it shows them again', async () => {
  const { comes, phone, attached } = paneScene();
  const there = ref(true);
  const Page = defineComponent(() => () => h('main', h(PaneHost)));
  const wrapper = mount(
    defineComponent(() => () => h(KeepAlive, null, () => (there.value ? h(Page) : h('p')))),
    { global: given(phone) },
  );
  const id = await comes('Ann');
  expect(attached).toEqual([id]);
  there.value = false;
  await nextTick();
  expect(attached).toEqual([]);
  there.value = true;
  await nextTick();
  expect(attached).toEqual([id]);
  wrapper.unmount();
  expect(attached).toEqual([]);
  phone.close();
});
