import { flushSync, hydrate, tick, unmount } from 'svelte';
import { writable } from 'svelte/store';
import { createOffhook, type Contact, type StreamValues } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { contactSearch } from './index.js';
import { components, modes, showing } from './testing/components.js';
import { createLog, last } from './testing/log.js';
import { renderOnServer } from './testing/renderOnServer.js';
import { showStore } from './testing/showStore.js';
import { whileListening } from './testing/whileListening.js';

interface Asked {
  readonly query: string;
  readonly signal: AbortSignal;
  readonly find: (...names: readonly string[]) => Promise<void>;
}

const contactOf = (name: string): Contact => ({ id: name, source: 'crm', name, phones: [], emails: [] });

/** Lets what was promised come, and be shown. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await tick();
}

/** A host that finds nobody before the test says so. */
function setUp() {
  const asked: Asked[] = [];
  const phone = createOffhook({
    connectors: [fakeConnector()],
    provide: {
      contacts: {
        search: (query, { signal }) =>
          new Promise<readonly Contact[]>((found) => {
            const find = (...names: readonly string[]) => {
              found(names.map(contactOf));
              return settled();
            };
            asked.push({ query, signal, find });
          }),
      },
    },
  });
  return { phone, asked };
}

const textOf = (value: StreamValues['contactSearch'] | undefined) =>
  `${value?.contacts.map(({ name }) => name).join()}${value?.pending ? ' …' : ''}`;

test('what was found stays while the host looks for the next query; nobody fits an empty one', async () => {
  const { phone, asked } = setUp();
  const query = writable('an');
  const { shown, unmount } = showStore(phone, () => contactSearch(query));
  flushSync();
  expect(textOf(shown.at(-1))).toBe(' …');
  await asked[0]?.find('Ann', 'Andy');
  expect(textOf(shown.at(-1))).toBe('Ann,Andy');
  flushSync(() => query.set('andy'));
  expect(textOf(shown.at(-1))).toBe('Ann,Andy …');
  await asked[1]?.find('Andy');
  expect(textOf(shown.at(-1))).toBe('Andy');
  query.set('');
  await settled();
  expect(textOf(shown.at(-1))).toBe('');
  expect(new Set(shown.map(({ search }) => search)).size).toBe(1);
  unmount();
  phone.close();
});

test('a newer query gives the older one up, and leaving the last', async () => {
  const { phone, asked } = setUp();
  const query = writable('a');
  const { shown, unmount } = showStore(phone, () => contactSearch(query));
  query.set('b');
  await asked[1]?.find('Ben');
  await asked[0]?.find('Ann');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(textOf(shown.at(-1))).toBe('Ben');
  query.set('c');
  unmount();
  expect(asked[2]?.signal.aborted).toBe(true);
  phone.close();
});

test('without a query it waits for a search', async () => {
  const { phone, asked } = setUp();
  const { shown, unmount } = showStore(phone, () => contactSearch());
  expect(asked).toEqual([]);
  void shown.at(-1)?.search('ann');
  await asked[0]?.find('Ann');
  expect(textOf(shown.at(-1))).toBe('Ann');
  unmount();
  phone.close();
});

test.each(modes)(
  '%s: a server asks the host nothing, and the page goes on from what it has sent',
  async (mode) => {
    const { phone, asked } = setUp();
    const name = 'contactSearch';
    const target = document.createElement('div');
    const given = { name, id: 'ann', log: createLog<never>() } as const;
    target.innerHTML = renderOnServer(mode, phone, (server) => server.components[mode].Probe, given);
    expect(asked).toEqual([]);
    const log = createLog<StreamValues['contactSearch']>();
    const { Root, Probe } = components[mode];
    const { result: page, complaints } = whileListening(() => {
      const hydrated = hydrate(Root, { target, props: showing(phone, Probe, { name, id: 'ann', log }) });
      flushSync();
      return hydrated;
    });
    expect(complaints).toEqual([]);
    expect(log.shown.map(textOf)).toEqual(['', ' …']);
    await asked[0]?.find('Ann');
    expect(textOf(last(log))).toBe('Ann');
    expect(asked).toHaveLength(1);
    await unmount(page);
    phone.close();
  },
);
