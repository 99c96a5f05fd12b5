import { virtualClock } from '@offhook/testing';
import { tally } from './tally.js';

function setUp() {
  const clock = virtualClock();
  const told: [string, number][] = [];
  const count = tally<string>(clock, (reason, times) => told.push([reason, times]), 500);
  return { clock, told, count };
}

it('tells the first at once and sums up what follows', () => {
  const { clock, told, count } = setUp();
  count.add('a');
  expect(told).toEqual([['a', 1]]);
  count.add('a');
  count.add('a');
  clock.advance(499);
  expect(told).toHaveLength(1);
  clock.advance(1);
  expect(told).toEqual([
    ['a', 1],
    ['a', 2],
  ]);
});

it('keeps to the pace while they keep coming', () => {
  const { clock, told, count } = setUp();
  for (let times = 0; times < 40; times += 1) {
    count.add('a');
    clock.advance(50);
  }
  // 2,000 ms: one at once and one each 500 ms, and nobody is forgotten.
  expect(told.length).toBe(5);
  expect(told.reduce((sum, [, times]) => sum + times, 0)).toBe(40);
});

it('begins anew after a quiet while', () => {
  const { clock, told, count } = setUp();
  count.add('a');
  clock.advance(500);
  expect(clock.pending).toBe(0);
  count.add('a');
  expect(told).toEqual([
    ['a', 1],
    ['a', 1],
  ]);
});

it('counts each reason for itself', () => {
  const { clock, told, count } = setUp();
  count.add('a');
  count.add('b');
  count.add('b');
  clock.advance(500);
  expect(told).toEqual([
    ['a', 1],
    ['b', 1],
    ['b', 1],
  ]);
});

it('tells nothing after it is closed, and leaves no timer', () => {
  const { clock, told, count } = setUp();
  count.add('a');
  count.add('a');
  count.close();
  expect(clock.pending).toBe(0);
  clock.advance(5_000);
  expect(told).toEqual([['a', 1]]);
});
