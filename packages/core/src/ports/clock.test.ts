import { systemClock } from './clock.js';

it('tells the wall clock’s time and one that never goes back', () => {
  const wall = Date.now();
  expect(Math.abs(systemClock.now() - wall)).toBeLessThan(60_000);
  const first = systemClock.monotonic();
  expect(systemClock.monotonic()).toBeGreaterThanOrEqual(first);
});

it('calls back once after a while, unless that is taken back', () => {
  jest.useFakeTimers();
  try {
    const called: string[] = [];
    systemClock.setTimeout(() => called.push('first'), 100);
    const cancel = systemClock.setTimeout(() => called.push('second'), 100);
    cancel();
    jest.advanceTimersByTime(99);
    expect(called).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(called).toEqual(['first']);
  } finally {
    jest.useRealTimers();
  }
});
