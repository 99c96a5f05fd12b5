import { createSSRApp, defineComponent, h, ref, type Ref } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { flushPromises } from '@vue/test-utils';
import { createOffhook, type Contact } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { offhookPlugin, useContactMatch, useContactSearch } from './index.js';
import { inApp } from './testing/inApp.js';
import { whileListeningToComplaints } from './testing/whileListeningToComplaints.js';

interface Asked {
  readonly query: string;
  readonly signal: AbortSignal;
  readonly find: (...names: readonly string[]) => Promise<void>;
}

const contactOf = (name: string): Contact => ({ id: name, source: 'crm', name, phones: [], emails: [] });

/** A host that finds nobody before the test says so. */
function setUp() {
  const asked: Asked[] = [];
  const phone = createOffhook({
    connectors: [fakeConnector()],
    provide: {
      contacts: {
        search: (query, { signal }) =>
          new Promise<readonly Contact[]>((found) => {
            const find = async (...names: readonly string[]) => {
              found(names.map(contactOf));
              await flushPromises();
            };
            asked.push({ query, signal, find });
          }),
        match: (numbers) => Object.fromEntries(numbers.map((number) => [number, [contactOf('Ann')]])),
      },
    },
  });
  return { phone, asked };
}

const namesIn = ({ value }: Readonly<Ref<readonly Contact[]>>) => value.map(({ name }) => name).join();

test('what was found stays while the host looks for the next query, which begins at once', async () => {
  const { phone, asked } = setUp();
  const query = ref('an');
  const { result, unmount } = inApp(phone, () => useContactSearch(query));
  const { contacts, pending, search } = result;
  expect(pending.value).toBe(true);
  await asked[0]?.find('Ann', 'Andy');
  expect([namesIn(contacts), pending.value]).toEqual(['Ann,Andy', false]);
  query.value = 'andy';
  expect([namesIn(contacts), pending.value]).toEqual(['Ann,Andy', true]);
  await asked[1]?.find('Andy');
  expect(namesIn(contacts)).toBe('Andy');
  query.value = '';
  await flushPromises();
  expect(namesIn(contacts)).toBe('');
  void search('ann');
  await asked[2]?.find('Ann');
  expect(namesIn(contacts)).toBe('Ann');
  unmount();
  phone.close();
});

test('a newer query gives the older one up, and leaving the last', async () => {
  const { phone, asked } = setUp();
  const typed = ref('a');
  const { result, unmount } = inApp(phone, () => useContactSearch(() => typed.value.trim()));
  typed.value = 'a ';
  expect(asked).toHaveLength(1);
  typed.value = 'b';
  await asked[1]?.find('Ben');
  await asked[0]?.find('Ann');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(namesIn(result.contacts)).toBe('Ben');
  typed.value = 'c';
  unmount();
  expect(asked[2]?.signal.aborted).toBe(true);
  phone.close();
});

test('a server asks the host nothing, and the page goes on from what it has sent', async () => {
  const { phone, asked } = setUp();
  const Screen = defineComponent(() => {
    const { contacts, pending } = useContactSearch('ann');
    const { status } = useContactMatch('1');
    return () => h('p', `${namesIn(contacts)}${pending.value ? '…' : ''} ${status.value}`);
  });
  const app = () => createSSRApp(Screen).use(offhookPlugin, { client: phone });
  const container = document.createElement('div');
  container.innerHTML = await renderToString(app());
  expect(container.textContent).toBe(' pending');
  expect(asked).toEqual([]);
  const page = app();
  const { complaints } = await whileListeningToComplaints(async () => {
    page.mount(container);
    await flushPromises();
  });
  expect(complaints).toEqual([]);
  expect(container.textContent).toBe('… one');
  await asked[0]?.find('Ann');
  expect(container.textContent).toBe('Ann one');
  page.unmount();
  phone.close();
});
