import { demoContacts } from './demoContacts.js';
import { suggestContacts } from './suggestContacts.js';

const names = (text: string): readonly string[] =>
  suggestContacts(demoContacts, text).map(({ name, number }) => `${name} ${number}`);

test('a name is found by the beginning of any of its words', () => {
  expect(names('love')).toEqual(['Ada Lovelace +12165325078']);
  expect(names('ADA')).toEqual(['Ada Lovelace +12165325078']);
  expect(names('ovelace')).toEqual([]);
});

test('a contact with two numbers is suggested with each', () => {
  expect(names('jenn')).toEqual(['Jennifer Doe +34666555444', 'Jennifer Doe +34666777888']);
});

test('a number is found however it is punctuated', () => {
  expect(names('(216) 532')).toEqual(['Ada Lovelace +12165325078']);
  expect(names('5554')).toEqual(['John Doe +34666555444', 'Jennifer Doe +34666555444']);
});

test('nothing is suggested for nothing, or for letters with digits in them', () => {
  expect(names('  ')).toEqual([]);
  expect(names('x1')).toEqual([]);
});

test('there are never more suggestions than asked for', () => {
  expect(suggestContacts(demoContacts, 'doe', 2)).toHaveLength(2);
});
