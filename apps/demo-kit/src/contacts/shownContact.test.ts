import type { Contact } from '@offhook/core';
import { demoContacts } from './demoContacts.js';
import { shownContact } from './shownContact.js';

const [john, jennifer, ada] = demoContacts as [Contact, Contact, Contact];

test('one contact shows by itself, several only when one of them is chosen', () => {
  expect(shownContact({ status: 'one', contacts: [ada] }, undefined)).toBe(ada);
  expect(shownContact({ status: 'many', contacts: [john, jennifer] }, undefined)).toBeUndefined();
  // As it is now, not as it was when it was chosen.
  expect(shownContact({ status: 'many', contacts: [john, jennifer] }, { ...jennifer })).toBe(jennifer);
  expect(shownContact({ status: 'many', contacts: [john, jennifer] }, ada)).toBeUndefined();
});

test('nobody shows for a number that nobody has', () => {
  expect(shownContact({ status: 'none', contacts: [] }, john)).toBeUndefined();
});
