import { matchesNumber, numberTail } from './numberTail.js';

const same: readonly (readonly [string, string])[] = [
  ['+34666555444', '+34 666 555 444'],
  ['+34666555444', '666555444'],
  ['+34666555444', '0666555444'],
  ['+34666555444', '0034666555444'],
  ['+442079460958', '(020) 7946 0958'],
  ['+79121234567', '89121234567'],
  ['+6561234567', '6123 4567'],
  ['101', '101'],
];

test.each(same)('%s and %s are one number, and share a tail', (a, b) => {
  expect(matchesNumber(a, b)).toBe(true);
  expect(matchesNumber(b, a)).toBe(true);
  expect(numberTail(a)).toBe(numberTail(b));
});

test.each([
  ['+34666555444', '+34666777888'],
  ['+12165329999', '+12165325078'],
  ['101', '+49891234101'],
  ['', '+34666555444'],
])('%s and %s are two', (a, b) => {
  expect(matchesNumber(a, b)).toBe(false);
});
