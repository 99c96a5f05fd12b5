import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createOffhook, type Contact } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { ContactService, provideOffhook } from './index.js';
import { mode } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';
import { hydrated, renderedOnServer } from './testing/server.js';
import { whileListeningToConsole } from './testing/whileListeningToConsole.js';

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
            const find = (...names: readonly string[]) => {
              found(names.map(contactOf));
              return settled();
            };
            asked.push({ query, signal, find });
          }),
        match: (numbers) => Object.fromEntries(numbers.map((number) => [number, [contactOf('Ann')]])),
      },
    },
  });
  const query = signal<string | undefined>('an');
  @Component({
    selector: 'test-found',
    template: '<p>{{ text() }}</p>',
    changeDetection: ChangeDetectionStrategy.OnPush,
  })
  class Found {
    readonly #found = inject(ContactService).search(query);
    readonly #caller = inject(ContactService).match('1');
    protected text(): string {
      const names = this.#found.contacts().map(({ name }) => name);
      return `${names.join()}${this.#found.pending() ? '…' : ''} ${this.#caller.status()}`;
    }
  }
  return { phone, asked, query, Found };
}

describe(mode, () => {
  test('what was found stays while the host looks for the next query; nobody fits an empty one', async () => {
    const { phone, asked, query, Found } = setUp();
    const { host, unmount } = await mounted(Found, [provideOffhook(phone)]);
    await settled();
    expect(host.textContent).toBe('… one');
    await asked[0]?.find('Ann', 'Andy');
    expect(host.textContent).toBe('Ann,Andy one');
    query.set('andy');
    await settled();
    expect(host.textContent).toBe('Ann,Andy… one');
    await asked[1]?.find('Andy');
    expect(host.textContent).toBe('Andy one');
    query.set('');
    await settled();
    expect(host.textContent).toBe(' one');
    expect(asked.map((each) => each.query)).toEqual(['an', 'andy']);
    unmount();
    phone.close();
  });

  test('a newer query gives the older one up, and leaving the last', async () => {
    const { phone, asked, query, Found } = setUp();
    const { host, unmount } = await mounted(Found, [provideOffhook(phone)]);
    query.set('b');
    await settled();
    await asked[1]?.find('Ben');
    await asked[0]?.find('Ann');
    expect(asked.map((each) => each.signal.aborted)).toEqual([true, false]);
    expect(host.textContent).toBe('Ben one');
    query.set('c');
    await settled();
    unmount();
    expect(asked[2]?.signal.aborted).toBe(true);
    phone.close();
  });

  test('a server asks the host nothing, and the page goes on from what it has sent', async () => {
    const { phone, asked, Found } = setUp();
    const html = await renderedOnServer(Found, [provideOffhook(phone)]);
    expect(html).toContain('<p> pending</p>');
    expect(asked).toEqual([]);
    const { result, complaints } = await whileListeningToConsole(() =>
      hydrated(html, Found, [provideOffhook(phone)]),
    );
    expect(complaints).toEqual([]);
    expect(result.reused).toBe(true);
    await settled();
    await asked[0]?.find('Ann');
    expect(asked).toHaveLength(1);
    result.unmount();
    phone.close();
  });

  test('as streams, the host is asked while somebody subscribes', async () => {
    const { phone, asked } = setUp();
    TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
    const service = TestBed.inject(ContactService);
    const found = service.search$('ann');
    const caller = service.match$('1');
    expect([asked, caller.value.status]).toEqual([[], 'pending']);
    const names: string[] = [];
    const subscriptions = [
      found.subscribe(({ contacts }) => names.push(contacts.map(({ name }) => name).join())),
      caller.subscribe(),
    ];
    await asked[0]?.find('Ann');
    expect(names.at(-1)).toBe('Ann');
    expect(caller.value.status).toBe('one');
    void found.value.search('ben');
    subscriptions.forEach((subscription) => subscription.unsubscribe());
    expect(asked.map(({ query }) => query)).toEqual(['ann', 'ben']);
    phone.close();
  });
});
