import { createApp, defineComponent, h, type App } from 'vue';
import { mount } from '@vue/test-utils';
import { createOffhook, isOffhookError } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import {
  offhookPlugin,
  provideOffhook,
  SoftphoneFrame,
  useConnection,
  useOffhook,
  useOffhookEvent,
} from './index.js';
import { given } from './testing/given.js';
import { whileListeningToComplaints } from './testing/whileListeningToComplaints.js';

const clientOf = (id: string) => createOffhook({ connectors: [fakeConnector({ id })] });

function caughtFrom(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('whatever needs a client says so where there is none', async () => {
  const parts = [
    defineComponent({ setup: () => (useOffhook(), () => null) }),
    defineComponent({ setup: () => (useOffhookEvent('call.ended', () => {}), () => null) }),
    SoftphoneFrame,
  ];
  for (const part of parts) {
    const { result } = await whileListeningToComplaints(() => caughtFrom(() => mount(part)));
    expect(isOffhookError(result)).toBe(true);
    expect(result).toMatchObject({
      code: 'invalid-state',
      message: expect.stringContaining('app.use(offhookPlugin, { client })'),
    });
  }
});

test('a composable outside of setup says so, and Vue has nothing to warn of', async () => {
  const { result, complaints } = await whileListeningToComplaints(() => caughtFrom(() => useOffhook()));
  expect(result).toMatchObject({ code: 'invalid-state', message: expect.stringContaining('in setup') });
  expect(complaints).toEqual([]);
});

test('an app keeps its client: the same one again is fine, another is an error, other plugins come in', () => {
  const [first, second] = [clientOf('first'), clientOf('second')];
  const installed: unknown[] = [];
  const app: App = createApp({}).use(offhookPlugin, { client: first });
  expect(app.use(offhookPlugin, { client: first })).toBe(app);
  expect(app.use((to, option: string) => installed.push(to, option), 'option')).toBe(app);
  expect(installed).toEqual([app, 'option']);
  for (const again of [
    () => app.use(offhookPlugin, { client: second }),
    () => offhookPlugin.install(app, { client: second }),
  ]) {
    expect(caughtFrom(again)).toMatchObject({
      code: 'invalid-state',
      message: expect.stringContaining('another client'),
    });
  }
  expect(app.runWithContext(useOffhook)).toBe(first);
  for (const client of [first, second]) client.close();
});

test('two apps have two clients', () => {
  const clients = [clientOf('first'), clientOf('second')];
  const given = clients.map((client) =>
    createApp({}).use(offhookPlugin, { client }).runWithContext(useOffhook),
  );
  expect(given).toEqual(clients);
  for (const client of clients) client.close();
});

test('a part of the page may have a client of its own, and nothing closes either', () => {
  const lines = [fakeConnector({ id: 'outer' }), fakeConnector({ id: 'inner' })];
  const [outer, inner] = lines.map((line) => createOffhook({ connectors: [line] }));
  if (outer === undefined || inner === undefined) throw new Error('There are two clients.');
  const Which = defineComponent(() => {
    const connection = useConnection();
    return () => connection.value.connector;
  });
  const Part = defineComponent(() => {
    provideOffhook(inner);
    return () => h(Which);
  });
  const wrapper = mount(
    defineComponent(() => () => h('p', [h(Which), ' ', h(Part)])),
    { global: given(outer) },
  );
  expect(wrapper.text()).toBe('outer inner');
  wrapper.unmount();
  expect(lines.map(({ openLinks }) => openLinks)).toEqual([1, 1]);
  for (const client of [outer, inner]) client.close();
});
