import { virtualClock } from './virtualClock.js';

test('time stands still until it is advanced', () => {
  const clock = virtualClock(1_000);
  expect([clock.now(), clock.monotonic()]).toEqual([1_000, 0]);
  clock.advance(250);
  expect([clock.now(), clock.monotonic()]).toEqual([1_250, 250]);
});

test('timers call back in the order in which they fall due, each at its own time', () => {
  const clock = virtualClock(0);
  const called: string[] = [];
  clock.setTimeout(() => called.push(`late ${clock.monotonic()}`), 200);
  clock.setTimeout(() => called.push(`early ${clock.monotonic()}`), 100);
  clock.setTimeout(() => called.push(`early too ${clock.monotonic()}`), 100);
  clock.advance(99);
  expect(called).toEqual([]);
  clock.advance(500);
  expect(called).toEqual(['early 100', 'early too 100', 'late 200']);
  expect(clock.monotonic()).toBe(599);
});

test('a timer set by a timer runs in the same advance when it falls due in it', () => {
  const clock = virtualClock(0);
  const called: number[] = [];
  const tick = (): void => {
    called.push(clock.monotonic());
    clock.setTimeout(tick, 1_000);
  };
  clock.setTimeout(tick, 1_000);
  clock.advance(3_500);
  expect(called).toEqual([1_000, 2_000, 3_000]);
  expect(clock.pending).toBe(1);
});

test('a timer taken back neither calls nor counts as pending', () => {
  const clock = virtualClock();
  const callback = jest.fn();
  const cancel = clock.setTimeout(callback, 10);
  expect(clock.pending).toBe(1);
  cancel();
  cancel();
  expect(clock.pending).toBe(0);
  clock.advance(100);
  expect(callback).not.toHaveBeenCalled();
});

test('a negative or impossible delay is none at all', () => {
  const clock = virtualClock();
  const called: string[] = [];
  clock.setTimeout(() => called.push('negative'), -5);
  clock.setTimeout(() => called.push('NaN'), NaN);
  clock.advance(0);
  expect(called).toEqual(['negative', 'NaN']);
});

test("one timer's error keeps no other from running, and the test hears of it", () => {
  const clock = virtualClock();
  const callback = jest.fn();
  clock.setTimeout(() => {
    throw new Error('the timer throws');
  }, 1);
  clock.setTimeout(callback, 2);
  expect(() => clock.advance(5)).toThrow('the timer throws');
  expect(callback).toHaveBeenCalledTimes(1);
  expect(clock.monotonic()).toBe(5);
});

test('the wall clock can be set without time passing, and time itself never goes back', () => {
  const clock = virtualClock(10_000);
  clock.advance(100);
  clock.shiftWallClock(-5_000);
  expect([clock.now(), clock.monotonic()]).toEqual([5_100, 100]);
  expect(() => clock.advance(-1)).toThrow(RangeError);
  expect(() => clock.advance(NaN)).toThrow(RangeError);
});

test('timers that set timers without end are found out', () => {
  const clock = virtualClock();
  const again = (): void => void clock.setTimeout(again, 0);
  again();
  expect(() => clock.advance(1)).toThrow('without end');
});
