import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { hydrateRoot } from 'react-dom/client';
import { act, render } from '@testing-library/react';
import { createOffhook, type Contact, type Offhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookProvider, useContactMatch, useContactSearch } from './index.js';
import { modes } from './testing/modes.js';
import { whileListeningToErrors } from './testing/whileListeningToErrors.js';

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
            const find = (...names: readonly string[]) => act(async () => found(names.map(contactOf)));
            asked.push({ query, signal, find });
          }),
        match: (numbers) => Object.fromEntries(numbers.map((number) => [number, [contactOf('Ann')]])),
      },
    },
  });
  return { phone, asked };
}

function Found({ query }: { readonly query: string | undefined }): ReactNode {
  const { contacts, pending } = useContactSearch(query);
  return `${contacts.map(({ name }) => name).join()}${pending ? ' …' : ''}`;
}

function Caller({ number }: { readonly number: string }): ReactNode {
  const { status, contacts } = useContactMatch(number);
  return `${status} ${contacts.map(({ name }) => name).join()}`;
}

describe.each(modes)('%s', (_name, Mode) => {
  const within = (phone: Offhook, children: ReactNode): ReactNode => (
    <Mode>
      <OffhookProvider client={phone}>{children}</OffhookProvider>
    </Mode>
  );

  test('what was found stays while the host looks for the next query; nobody fits an empty one', async () => {
    const { phone, asked } = setUp();
    const { container, rerender } = render(within(phone, <Found query="an" />));
    expect(container.textContent).toBe(' …');
    await asked.at(-1)?.find('Ann', 'Andy');
    expect(container.textContent).toBe('Ann,Andy');
    rerender(within(phone, <Found query="andy" />));
    expect(container.textContent).toBe('Ann,Andy …');
    expect(asked.at(-1)?.query).toBe('andy');
    await asked.at(-1)?.find('Andy');
    expect(container.textContent).toBe('Andy');
    await act(async () => rerender(within(phone, <Found query="" />)));
    expect(container.textContent).toBe('');
    phone.close();
  });

  test('a newer query gives the older one up, and leaving the last', async () => {
    const { phone, asked } = setUp();
    const { container, rerender, unmount } = render(within(phone, <Found query="a" />));
    const older = asked.at(-1);
    rerender(within(phone, <Found query="b" />));
    const newer = asked.at(-1);
    expect([older?.signal.aborted, newer?.signal.aborted]).toEqual([true, false]);
    await newer?.find('Ben');
    await older?.find('Ann');
    expect(container.textContent).toBe('Ben');
    rerender(within(phone, <Found query="c" />));
    unmount();
    await Promise.resolve();
    expect(asked.at(-1)?.signal.aborted).toBe(true);
    phone.close();
  });

  test('the host is asked once, and not again for a rendering with the same query', () => {
    const { phone, asked } = setUp();
    const { rerender } = render(within(phone, <Found query="a" />));
    rerender(within(phone, <Found query="a" />));
    expect(asked.map(({ query }) => query)).toEqual(['a']);
    phone.close();
  });

  test('without a query it waits for a search', async () => {
    const { phone, asked } = setUp();
    let search: ReturnType<typeof useContactSearch>['search'] = () => Promise.reject(new Error('Not yet.'));
    function Box(): ReactNode {
      const box = useContactSearch();
      search = box.search;
      return box.contacts.map(({ name }) => name).join();
    }
    const { container } = render(within(phone, <Box />));
    expect(asked).toEqual([]);
    act(() => void search('ann'));
    await asked[0]?.find('Ann');
    expect(container.textContent).toBe('Ann');
    phone.close();
  });

  test('a server asks the host nothing, and the page goes on from what it has sent', async () => {
    const { phone, asked } = setUp();
    const app = within(phone, [<Found key="found" query="ann" />, ' ', <Caller key="caller" number="1" />]);
    const container = document.createElement('div');
    container.innerHTML = renderToString(app);
    expect(container.textContent).toBe(' pending ');
    expect(asked).toEqual([]);
    const { result, errors } = whileListeningToErrors(() => act(async () => hydrateRoot(container, app)));
    const root = await result;
    expect(errors).toEqual([]);
    expect(container.textContent).toBe(' … one Ann');
    await asked.at(-1)?.find('Ann');
    expect(container.textContent).toBe('Ann one Ann');
    act(() => root.unmount());
    phone.close();
  });
});
