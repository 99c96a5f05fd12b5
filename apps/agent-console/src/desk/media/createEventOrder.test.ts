import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { createEventOrder } from './createEventOrder.js';

const part = (s: number, i: number, of: number, text: string) => ({ k: 'part', s, i, of, text }) as const;

test.each([
  ['a part is missing', [part(1, 0, 3, '['), part(1, 2, 3, ']')]],
  ['another frame comes in between', [part(1, 0, 2, '['), part(1, 0, 2, '['), part(1, 1, 2, 'x')]],
  ['it is no list', [part(1, 0, 1, '{}')]],
  ['there are too many parts', [part(1, 0, 513, '[')]],
])('%s: the whole page is needed', (_, parts) => {
  const order = createEventOrder();
  expect(parts.map((each) => order.take(each)).at(-1)).toBeUndefined();
});

test('parts that are too long together are given up', () => {
  const order = createEventOrder();
  const long = 'x'.repeat(1_000_000);
  const answers = Array.from({ length: 17 }, (_, i) => order.take(part(1, i, 100, long)));
  expect([answers[0], answers.at(-1)]).toEqual([[], undefined]);
});

test('the end of a page of which the beginning was not heard is no reason to ask again', () => {
  const order = createEventOrder();
  expect(order.take(part(1, 3, 5, 'x'))).toEqual([]);
});

property(
  'whatever gets lost, what is shown is a whole page and what follows it without a gap',
  fc.array(
    fc.record({ page: fc.integer({ min: 1, max: 6 }), lost: fc.array(fc.boolean(), { maxLength: 6 }) }),
    {
      maxLength: 5,
    },
  ),
  (pages) => {
    const order = createEventOrder();
    let last: number | undefined;
    pages.forEach(({ page, lost }, turn) => {
      // Frames get lost with a connection, and whoever had it begins anew.
      if (lost[0] === true) order.begin();
      for (let s = 1; s <= page; s += 1) {
        if (lost[s - 1] === true) continue;
        const events = order.take({ k: 'ev', s, e: [turn * 100 + s] });
        for (const event of (events ?? []) as readonly number[]) {
          const isWhole = event % 100 === 1;
          expect(isWhole || event === (last ?? 0) + 1).toBe(true);
          last = event;
        }
      }
    });
  },
);
