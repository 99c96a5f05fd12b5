import { virtualClock } from '../../testing/virtualClock.js';
import { rateLimit } from './rateLimit.js';

test('gives so many at once, and again as time goes on, to each their own', () => {
  const clock = virtualClock();
  const limit = rateLimit({ burst: 3, perMinute: 60 }, clock);
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1_000]);
  expect(limit.take('b')).toBe(0);
  clock.advance(999);
  expect([limit.wait('a'), limit.take('a')]).toEqual([1, 1]);
  clock.advance(1);
  expect([limit.wait('a'), limit.take('a'), limit.wait('a')]).toEqual([0, 0, 1_000]);
  clock.advance(3_600_000);
  expect([limit.take('a', 3), limit.take('a')]).toEqual([0, 1_000]);
});

test('what costs more than is left takes nothing', () => {
  const limit = rateLimit({ burst: 3, perMinute: 60 }, virtualClock());
  expect([limit.take('a', 4), limit.take('a', 3)]).toEqual([1_000, 0]);
});

test('doesn’t remember everybody for ever', () => {
  const limit = rateLimit({ burst: 1, perMinute: 1 }, virtualClock());
  limit.take('first');
  expect(limit.wait('first')).toBe(60_000);
  for (let index = 0; index < 50_000; index += 1) limit.take(String(index));
  expect(limit.wait('first')).toBe(0);
});
