import * as fc from 'fast-check';
import { entry, fromAda } from '../testing/entries.js';
import { property } from '../testing/property.js';
import { addEntries } from './addEntries.js';
import { newChat } from './openChat.js';

/** A log's numbers, each one or more times, in any order, in frames of any size. */
const deliveries = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const all = Array.from({ length: count }, (_, place) => place + 1);
  return fc
    .array(fc.constantFrom(...all), { maxLength: 12 })
    .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: count + again.length }))
    .chain((order) =>
      fc.record({
        count: fc.constant(count),
        order: fc.constant(order),
        cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: order.length, maxLength: order.length }),
      }),
    );
});

property('however entries come and repeat, the log has each once and in order', deliveries, (given) => {
  let chat = newChat('one');
  let from = 0;
  for (const size of given.cuts) {
    const before = chat.entries;
    const frame = given.order.slice(from, from + size);
    chat = addEntries(
      chat,
      frame.map((seq) => entry(seq, fromAda(`text ${seq}`))),
    );
    from += size;
    // What is shown stays as it was, and goes on from there.
    expect(chat.entries.slice(0, before.length)).toEqual(before);
    expect(chat.entries.map(({ seq }) => seq)).toEqual(chat.entries.map((_, place) => place + 1));
    const came = new Set(given.order.slice(0, from));
    expect(new Set([...chat.entries, ...chat.early].map(({ seq }) => seq))).toEqual(came);
  }
  expect(chat.entries).toHaveLength(given.count);
  expect(chat.early).toEqual([]);
});
