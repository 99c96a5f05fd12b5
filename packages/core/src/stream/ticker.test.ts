import { virtualClock } from '@offhook/testing';
import { ticker } from './ticker.js';

it('ticks while somebody looks, and leaves no timer when nobody does', () => {
  const clock = virtualClock();
  const ticks = ticker(clock, 1_000);
  expect(clock.pending).toBe(0);
  const told: number[] = [];
  const first = ticks.listen((now) => told.push(now));
  const second = ticks.listen(() => {});
  expect(clock.pending).toBe(1);
  clock.advance(2_500);
  expect(told).toEqual([1_000, 2_000]);
  first();
  expect(clock.pending).toBe(1);
  second();
  expect(clock.pending).toBe(0);
  clock.advance(5_000);
  expect(told).toEqual([1_000, 2_000]);
});

it('stands still while nobody looks, so that reading it twice gives the same', () => {
  const clock = virtualClock();
  const ticks = ticker(clock, 1_000);
  const before = ticks.value;
  clock.advance(700);
  expect(ticks.value).toBe(before);
  ticks.listen(() => {})();
  const after = ticks.value;
  clock.advance(700);
  expect(ticks.value).toBe(after);
});

it('is up to date as soon as somebody looks', () => {
  const clock = virtualClock();
  const ticks = ticker(clock, 1_000);
  clock.advance(12_345);
  const told: number[] = [];
  ticks.subscribe((now) => told.push(now));
  expect(told).toEqual([12_345]);
});

it('has a constant initial value', () => {
  const clock = virtualClock();
  const ticks = ticker(clock, 1_000);
  clock.advance(5_000);
  ticks.listen(() => {});
  expect(ticks.initial).toBe(0);
});
