import type { Contact, ContactMatch } from '@offhook/core';
import { demoContacts } from '../contacts/demoContacts.js';
import { partyName, partyNumber } from './partyName.js';

const [john, jennifer] = demoContacts as [Contact, Contact];
const none: ContactMatch = { status: 'none', contacts: [] };

describe('who a party is', () => {
  const party = { number: '+34666555444', name: 'WIRELESS CALLER' };

  test('the one matched contact wins over the vendor’s name', () => {
    expect(partyName(party, { status: 'one', contacts: [john] }, '?')).toBe('John Doe');
  });

  test('with two matches nobody is named by guess: the vendor’s name stands', () => {
    expect(partyName(party, { status: 'many', contacts: [john, jennifer] }, '?')).toBe('WIRELESS CALLER');
  });

  test('without a match the vendor’s name wins over the number', () => {
    expect(partyName(party, none, '?')).toBe('WIRELESS CALLER');
    expect(partyName({ number: '+1' }, none, '?')).toBe('+1');
  });

  test('an extension or address stands in for a number, and a withheld one is unknown', () => {
    expect(partyName({ extension: '101' }, none, '?')).toBe('101');
    expect(partyNumber({ uri: 'sip:a@b' })).toBe('sip:a@b');
    expect(partyName({}, none, 'Unknown caller')).toBe('Unknown caller');
  });
});
