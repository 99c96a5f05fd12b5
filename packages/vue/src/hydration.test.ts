import {
  createSSRApp,
  defineAsyncComponent,
  defineComponent,
  effectScope,
  h,
  nextTick,
  ref,
  Suspense,
  type Component,
  type Ref,
} from 'vue';
import { renderToString } from 'vue/server-renderer';
import { flushPromises } from '@vue/test-utils';
import { createOffhook, type Connection } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { offhookPlugin, PaneHost, SoftphoneFrame, useCallIds, useConnection } from './index.js';
import { paneScene } from './testing/paneScene.js';
import { whileListeningToComplaints } from './testing/whileListeningToComplaints.js';

function setUp() {
  const line = fakeConnector({ status: 'connecting' });
  const phone = createOffhook({ connectors: [line] });
  const shown: string[] = [];
  const Status = defineComponent(() => {
    const connection = useConnection();
    const ids = useCallIds();
    return () => {
      const text = `${connection.value.status}, ${ids.value.length} calls`;
      shown.push(text);
      return h('p', text);
    };
  });
  /** Hydrates what a server made of it, while `meanwhile` happens. */
  async function hydrated(root: Component, meanwhile: () => unknown, onServer = root) {
    const [server, page] = [onServer, root].map((each) =>
      createSSRApp(each).use(offhookPlugin, { client: phone }),
    );
    const container = document.createElement('div');
    container.innerHTML = server === undefined ? '' : await renderToString(server);
    shown.splice(0);
    const { complaints } = await whileListeningToComplaints(async () => {
      page?.mount(container);
      await meanwhile();
      await flushPromises();
    });
    return { container, complaints, unmount: () => page?.unmount() };
  }
  return { line, phone, shown, Status, hydrated };
}

test('a component that is hydrated after the state has changed begins as the server left it', async () => {
  const { line, phone, shown, Status, hydrated } = setUp();
  let arrive = (): void => {};
  const arrival = new Promise<typeof Status>((resolve) => {
    arrive = () => resolve(Status);
  });
  const { container, complaints, unmount } = await hydrated(
    defineAsyncComponent(() => arrival),
    () => {
      line.becomes('ready');
      line.ring();
      expect(shown).toEqual([]);
      arrive();
    },
    Status,
  );
  expect(shown.at(0)).toBe('connecting, 0 calls');
  expect(container.textContent).toBe('ready, 1 calls');
  expect(complaints).toEqual([]);
  unmount();
  phone.close();
});

test('a component within a boundary that waits begins as the server left it', async () => {
  const { line, phone, shown, Status, hydrated } = setUp();
  const Waits = defineComponent({
    async setup() {
      await nextTick();
      return () => h(Status);
    },
  });
  const { container, complaints, unmount } = await hydrated(
    defineComponent(() => () => h(Suspense, null, () => h(Waits))),
    () => {
      line.becomes('ready');
      line.ring();
    },
  );
  expect(shown.at(0)).toBe('connecting, 0 calls');
  expect(container.textContent).toBe('ready, 1 calls');
  expect(complaints).toEqual([]);
  unmount();
  phone.close();
});

test('a component that comes after hydration shows what is so at once', async () => {
  const { line, phone, shown, Status, hydrated } = setUp();
  const asked = ref(false);
  const { container, unmount } = await hydrated(
    defineComponent(() => () => h('main', asked.value ? h(Status) : [])),
    async () => {
      line.becomes('ready');
      await nextTick();
      asked.value = true;
    },
  );
  expect(shown).toEqual(['ready, 0 calls']);
  expect(container.textContent).toBe('ready, 0 calls');
  unmount();
  phone.close();
});

test('a store that is made while a component is hydrated follows on when that has gone', async () => {
  const { line, phone, hydrated } = setUp();
  const store = effectScope(true);
  let connection: Readonly<Ref<Connection>> | undefined;
  const { unmount } = await hydrated(
    defineComponent(() => {
      connection = store.run(() => useConnection());
      return () => h('p', connection?.value.status);
    }),
    () => {},
  );
  unmount();
  line.becomes('ready');
  expect(connection?.value.status).toBe('ready');
  store.stop();
  line.becomes('offline');
  expect(connection?.value.status).toBe('ready');
  phone.close();
});

test('the frame is shown over the element that came from the server', async () => {
  const { line, phone, hydrated } = setUp();
  const { container, complaints, unmount } = await hydrated(
    defineComponent(() => () => h(SoftphoneFrame, { class: 'phone' })),
    () => {},
  );
  expect(container.innerHTML).toBe('<div class="phone"></div>');
  expect(line.attached).toEqual([container.firstElementChild]);
  expect(complaints).toEqual([]);
  unmount();
  expect(line.attached).toEqual([]);
  phone.close();
});

test('panes that opened before hydration are shown after it, where the server showed none', async () => {
  const { comes, phone, attached } = paneScene();
  const id = await comes('Ann');
  const [server, page] = [1, 2].map(() =>
    createSSRApp(() => h('main', h(PaneHost, { class: 'panes' }))).use(offhookPlugin, { client: phone }),
  );
  const container = document.createElement('div');
  container.innerHTML = server === undefined ? '' : await renderToString(server);
  expect(container.textContent).toBe('');
  expect(container.querySelector('.panes')).toBeNull();
  const { complaints } = await whileListeningToComplaints(async () => {
    page?.mount(container);
    await flushPromises();
  });
  expect(complaints).toEqual([]);
  expect(container.querySelector('.panes [role=tab]')?.textContent).toBe('Ann');
  expect(attached).toEqual([id]);
  page?.unmount();
  expect(attached).toEqual([]);
  phone.close();
});
