import { english } from '../texts/english.js';
import { demoContacts } from './demoContacts.js';
import { matchText } from './matchText.js';

test('a match reads as the contact’s company, how many, none, or not known yet', () => {
  expect(matchText({ status: 'one', contacts: demoContacts.slice(2) }, english)).toBe('Analytical Engines');
  expect(matchText({ status: 'many', contacts: demoContacts.slice(0, 2) }, english)).toBe('2 matches');
  expect(matchText({ status: 'none', contacts: [] }, english)).toBe('Not in your contacts');
  expect(matchText({ status: 'pending', contacts: [] }, english)).toBe('Looking up');
});
