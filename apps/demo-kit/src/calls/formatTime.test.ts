import { formatTime } from './formatTime.js';

test('a time has hours, minutes and seconds of two digits, counted to 24', () => {
  const at = new Date(2026, 0, 2, 21, 4, 5).getTime();
  expect(formatTime(at, 'en')).toBe('21:04:05');
  expect(formatTime(at, 'es')).toBe('21:04:05');
});
