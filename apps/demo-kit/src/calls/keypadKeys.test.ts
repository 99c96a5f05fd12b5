import { isKeypadKey, keypadKeys } from './keypadKeys.js';

test('a keypad has ten digits, a star and a hash', () => {
  expect([...keypadKeys].sort().join('')).toBe('#*0123456789');
});

test('only those keys are its own', () => {
  expect(isKeypadKey('#')).toBe(true);
  expect(isKeypadKey('a')).toBe(false);
  expect(isKeypadKey('12')).toBe(false);
});
