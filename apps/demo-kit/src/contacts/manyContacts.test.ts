import { demoContacts } from './demoContacts.js';
import { manyContacts } from './manyContacts.js';

test('those of the CRM come first, and each has an id and a number of its own', () => {
  const contacts = [...manyContacts(5_000)];
  expect(contacts.slice(0, 3)).toEqual(demoContacts);
  expect(contacts).toHaveLength(5_000);
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(5_000);
  const madeUp = contacts.slice(3).flatMap(({ phones }) => phones.map(({ number }) => number));
  expect(new Set(madeUp).size).toBe(4_997);
  expect(madeUp.filter((number) => !/^\+1202\d{7}$/.test(number))).toEqual([]);
});

test('the CRM’s are there however few are asked for, and the others are the same each time', () => {
  expect([...manyContacts(0)]).toEqual(demoContacts);
  expect([...manyContacts(10)]).toEqual([...manyContacts(20)].slice(0, 10));
});
