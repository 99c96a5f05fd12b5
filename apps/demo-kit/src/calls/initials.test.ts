import { initials } from './initials.js';

test.each([
  ['John Doe', 'JD'],
  ['Ada King Lovelace', 'AL'],
  ['madonna', 'M'],
  ['Émile Zola', 'ÉZ'],
  ['+34666555444', ''],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
