import type { ContactMatch } from '@offhook/core';
import { demoContacts } from '../contacts/demoContacts.js';
import { english } from '../texts/english.js';
import { partyDetail } from './partyDetail.js';

const none: ContactMatch = { status: 'none', contacts: [] };
const two: ContactMatch = { status: 'many', contacts: demoContacts.slice(0, 2) };

test('below a name stands the number', () => {
  expect(partyDetail({ name: 'Ada', number: '+1' }, none, english)).toBe('+1');
});

test('below a number stands whose it may be', () => {
  expect(partyDetail({ number: '+1' }, none, english)).toBe('Not in your contacts');
  expect(partyDetail({ number: '+1' }, two, english)).toBe('2 matches');
});
