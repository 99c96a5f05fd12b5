import { formatDuration, isoDuration } from './formatDuration.js';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [5_000, '0:05'],
  [65_400, '1:05'],
  [600_000, '10:00'],
  [3_725_000, '62:05'],
  [-3, '0:00'],
])('%d ms read as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('a duration reads as ISO 8601 for machines', () => {
  expect(isoDuration(65_400)).toBe('PT1M5S');
});
