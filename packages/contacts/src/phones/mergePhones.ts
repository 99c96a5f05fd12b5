import { gone, type Numbers } from '../engine/mergeSegments.js';
import type { Phones } from '../engine/segment.js';
import { indexPhones } from './indexPhones.js';

/** How many numbers one step does. */
const step = 4_096;

/** Merges the phone numbers of several segments, a piece with each step. */
export function* mergePhones(sources: readonly Phones[], numbers: Numbers): Generator<void, Phones> {
  const sum = (of: (source: Phones) => number): number =>
    sources.reduce((total, source) => total + of(source), 0);
  const digits = new Uint8Array(sum((source) => source.digits.length));
  const owners = new Uint32Array(sum((source) => source.owners.length));
  const starts = new Uint32Array(owners.length + 1);
  const spelt = new Map<string, number[]>();
  let count = 0;
  let end = 0;
  for (const [index, source] of sources.entries()) {
    for (let phone = 0; phone < source.owners.length; phone += 1) {
      const owner = numbers[index][source.owners[phone]];
      if (owner !== gone) {
        const to = source.starts[phone + 1];
        for (let at = source.starts[phone]; at < to; at += 1, end += 1) digits[end] = source.digits[at];
        owners[count] = owner;
        count += 1;
        starts[count] = end;
      }
      if (phone % step === 0) yield;
    }
    for (const [text, contacts] of source.spelt) {
      const kept = contacts.map((contact) => numbers[index][contact]).filter((contact) => contact !== gone);
      if (kept.length > 0) spelt.set(text, [...(spelt.get(text) ?? []), ...kept]);
    }
  }
  const keptDigits = digits.slice(0, end);
  const keptStarts = starts.slice(0, count + 1);
  const found = yield* indexPhones(keptDigits, keptStarts);
  return { digits: keptDigits, starts: keptStarts, owners: owners.slice(0, count), ...found, spelt };
}
