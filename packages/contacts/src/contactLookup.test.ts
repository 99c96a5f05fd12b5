import type { ContactsPort } from '@offhook/core';
import { contactLookup } from './contactLookup.js';
import { ids, person, withNumbers } from './testing/people.js';

const jen = person('1', 'Jen', withNumbers('+1'));

it('asks the app each time, and keeps nothing', async () => {
  const asked: (readonly string[])[] = [];
  const contacts = contactLookup({
    match: (numbers) => {
      asked.push(numbers);
      return { '+1': [jen] };
    },
    search: (query) => [person('2', query)],
  });
  expect(ids(await contacts.match('+1'))).toEqual(['1']);
  expect(await contacts.matchMany(['+1', '+2'])).toEqual({ '+1': [jen], '+2': [] });
  expect(asked).toEqual([['+1'], ['+1', '+2']]);
  expect(await contacts.search('mary')).toMatchObject([{ name: 'mary' }]);
});

it('remembers as many numbers as it is told, those asked for last', async () => {
  const asked: string[] = [];
  const contacts = contactLookup({
    remember: 2,
    match: (numbers) => {
      asked.push(...numbers);
      return Object.fromEntries(numbers.map((number) => [number, [jen]]));
    },
  });
  for (const number of ['+1', '+2', '+1', '+3', '+1', '+2']) await contacts.match(number);
  expect(asked).toEqual(['+1', '+2', '+3', '+2']);
  contacts.clear();
  await contacts.match('+1');
  expect(asked.at(-1)).toBe('+1');
});

it("does not remember what the app doesn't know yet", async () => {
  let known = {};
  const contacts = contactLookup({ remember: 10, match: () => known });
  expect(await contacts.match('+1')).toEqual([]);
  known = { '+1': [jen] };
  expect(await contacts.match('+1')).toEqual([jen]);
});

it('tells the app when nobody waits any more, and refuses once it is closed', async () => {
  const signals: AbortSignal[] = [];
  const contacts = contactLookup({
    match: (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  });
  const abort = new AbortController();
  const left = contacts.match('+1', abort.signal);
  abort.abort();
  await expect(left).rejects.toMatchObject({ code: 'aborted' });
  expect(signals[0]?.aborted).toBe(true);
  void contacts.match('+2').catch(() => undefined);
  contacts.close();
  expect(signals[1]?.aborted).toBe(true);
  await expect(contacts.match('+1')).rejects.toMatchObject({ code: 'invalid-state' });
  await expect(contacts.search('a')).rejects.toMatchObject({ code: 'invalid-state' });
});

it('finds nobody where the app cannot search', async () => {
  expect(await contactLookup({ match: () => ({}) }).search('a')).toEqual([]);
});

it('is a port of the client', async () => {
  const port: ContactsPort = contactLookup({ match: () => ({ '+1': [jen] }) });
  expect(await port.match('+1', new AbortController().signal)).toEqual([jen]);
});
