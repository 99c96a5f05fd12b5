import { createOffhook } from '@offhook/core';
import { fakeConnector } from './fakeConnector.js';
import { fakeContacts, fakePeople } from './fakeContacts.js';

const { signal } = new AbortController();

test('it finds by number and by part of a name, and gives who asks twice the same list', async () => {
  const contacts = fakeContacts();
  const found = await contacts.search('lee', signal);
  expect(found).toEqual(fakePeople);
  expect(await contacts.search('lee', signal)).toBe(found);
  expect(await contacts.match('+12165550182', signal)).toEqual(fakePeople.slice(1));
  expect(contacts.asked.map(({ kind, query }) => `${kind} ${query}`)).toEqual([
    'search lee',
    'search lee',
    'match +12165550182',
  ]);
});

test('others take the place of its contacts, which the client is told', async () => {
  const contacts = fakeContacts();
  const phone = createOffhook({ connectors: [fakeConnector()], contacts });
  let told = 0;
  phone.on('contacts.changed', () => (told += 1));
  contacts.become([]);
  expect(told).toBe(1);
  expect(await contacts.search('lee', signal)).toEqual([]);
  phone.close();
});

test('where it holds, a look-up waits for its answer; where it refuses, it fails', async () => {
  const contacts = fakeContacts();
  contacts.holds = true;
  const held = contacts.search('lee', signal);
  contacts.asked[0]?.answer([]);
  expect(await held).toEqual([]);
  contacts.refuses = new Error('The host is down.');
  expect(() => contacts.match('1', signal)).toThrow(contacts.refuses);
  await expect(contacts.import(new Blob([]), {})).rejects.toBe(contacts.refuses);
});

test('it gives all contacts in pages, until that is given up', async () => {
  const [ann] = fakePeople;
  const many = Array.from({ length: 250 }, (_, index) => ({
    id: `${index}`,
    source: 'fake',
    name: 'N',
    phones: [],
    emails: [],
  }));
  const sizes: number[] = [];
  for await (const page of fakeContacts({ contacts: ann ? [ann, ...many] : many }).pages(signal))
    sizes.push(page.length);
  expect(sizes).toEqual([100, 100, 51]);
  const stopped = new AbortController();
  let pages = 0;
  for await (const page of fakeContacts({ contacts: many }).pages(stopped.signal)) {
    pages += page.length > 0 ? 1 : 0;
    stopped.abort();
  }
  expect(pages).toBe(1);
});
