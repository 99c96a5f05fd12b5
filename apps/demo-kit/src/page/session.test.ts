import { readSession, withSession } from './session.js';

test('the session is the address’s, else demo', () => {
  expect(readSession({ search: '?session=a%20b' })).toBe('a b');
  expect(readSession({ search: '' })).toBe('demo');
  expect(readSession({ search: '?session=' })).toBe('demo');
});

test('own links stay in the session', () => {
  expect(withSession('/react/', 'a b')).toBe('/react/?session=a%20b');
  expect(withSession('/react/', 'demo')).toBe('/react/');
});
