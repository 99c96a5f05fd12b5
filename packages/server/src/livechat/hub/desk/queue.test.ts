import * as fc from 'fast-check';
import { property } from '../../../testing/property.js';
import { Queue, type Waiting } from './queue.js';

const chat = (sid: string, priority: number, rank: number): Waiting => ({ sid, priority, rank });

test('serves by priority, then by who came first', () => {
  const queue = new Queue();
  queue.add(chat('a', 0, 1));
  queue.add(chat('b', 0, 2));
  queue.add(chat('gold', 1, 3));
  queue.add(chat('back', 0, 0));
  expect(queue.head(10)).toEqual(['gold', 'back', 'a', 'b']);
  expect(queue.position(chat('a', 0, 1))).toBe(3);
  expect(queue.position(chat('c', 0, 9))).toBeUndefined();
  expect(queue.first((sid) => sid !== 'gold')).toBe('back');
});

test('says from which place on it has changed', () => {
  const queue = new Queue();
  expect(queue.takeChange()).toBe(Infinity);
  queue.add(chat('a', 0, 1));
  queue.add(chat('b', 0, 2));
  queue.takeChange();
  queue.add(chat('c', 0, 3));
  expect(queue.takeChange()).toBe(2);
  queue.remove(chat('b', 0, 2));
  queue.add(chat('d', 0, 4));
  expect(queue.takeChange()).toBe(1);
  queue.remove(chat('b', 0, 2));
  expect(queue.takeChange()).toBe(Infinity);
});

property(
  'it is what sorting would give, whoever comes and goes',
  fc.array(fc.record({ add: fc.boolean(), priority: fc.nat(2), which: fc.nat() }), { maxLength: 60 }),
  async (steps) => {
    const queue = new Queue();
    let there: Waiting[] = [];
    for (const [rank, { add, priority, which }] of steps.entries()) {
      const leaver = there[which % Math.max(1, there.length)];
      if (add || leaver === undefined) {
        const comer = chat(`c${rank}`, priority, rank);
        queue.add(comer);
        there.push(comer);
      } else {
        queue.remove(leaver);
        there = there.filter(({ sid }) => sid !== leaver.sid);
      }
    }
    const sorted = [...there].sort((one, other) => other.priority - one.priority || one.rank - other.rank);
    expect(queue.head(Infinity)).toEqual(sorted.map(({ sid }) => sid));
    for (const [place, waiting] of sorted.entries()) expect(queue.position(waiting)).toBe(place + 1);
    return Promise.resolve();
  },
);
