import { english } from '../texts/english.js';
import { signedInText } from './signedInText.js';

test('who is signed in is named, where that is known', () => {
  expect(signedInText({ authorized: true, account: 'a@example.com' }, english)).toBe(
    'Signed in as a@example.com',
  );
  expect(signedInText({ authorized: true }, english)).toBe('Authorized');
  expect(signedInText({ authorized: false, account: 'a@example.com' }, english)).toBe(
    'Signed out of your CRM',
  );
});
