import { formatDate } from './formatDate.js';

test('a date has its day, month, year and time, as the language writes them', () => {
  const at = new Date(2026, 0, 2, 21, 4, 5).getTime();
  expect(formatDate(at, 'en')).toBe('Jan 2, 2026, 21:04');
  expect(formatDate(at, 'es')).toBe('2 ene 2026, 21:04');
});
