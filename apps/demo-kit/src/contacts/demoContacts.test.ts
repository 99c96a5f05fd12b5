import { memoryContacts } from '@offhook/core';
import { demoContacts } from './demoContacts.js';

const namesFor = async (number: string): Promise<readonly string[]> => {
  const found = await memoryContacts(demoContacts).match(number, new AbortController().signal);
  return found.map(({ name }) => name);
};

test('the first number is on two contacts', async () => {
  expect(await namesFor('+34666555444')).toEqual(['John Doe', 'Jennifer Doe']);
});

test('other numbers are on one', async () => {
  expect(await namesFor('+34666777888')).toEqual(['Jennifer Doe']);
  expect(await namesFor('+12165325078')).toEqual(['Ada Lovelace']);
});

test('nobody has the unknown number', async () => {
  expect(await namesFor('+12165329999')).toEqual([]);
});
