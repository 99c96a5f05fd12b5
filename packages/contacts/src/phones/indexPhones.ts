import { tableSize, tagMask } from '../engine/grown.js';
import type { Phones } from '../engine/segment.js';
import { tailHash } from './tailHash.js';

/** How many digits next to each other are found at once. */
export const gramLength = 4;
const gramCount = 10 ** gramLength;

/** How many numbers one step does. */
const step = 2_048;

/** Finds numbers by how they end, and by any four digits in them. */
export function* indexPhones(
  digits: Uint8Array,
  starts: Uint32Array,
): Generator<void, Pick<Phones, 'tails' | 'gramStarts' | 'grams' | 'shorts'>> {
  const count = starts.length - 1;
  const tails = new Uint32Array(tableSize(count));
  const gramStarts = new Uint32Array(gramCount + 1);
  const before = new Uint32Array(gramCount);
  for (let from = 0; from < count; from += step) {
    const to = Math.min(from + step, count);
    putTails(tails, digits, starts, from, to);
    measureGrams(gramStarts, before, digits, starts, from, to);
    yield;
  }
  for (let gram = 0; gram < gramCount; gram += 1) gramStarts[gram + 1] += gramStarts[gram];
  const next = gramStarts.slice();
  const grams = new Uint8Array(gramStarts[gramCount]);
  before.fill(0);
  for (let from = 0; from < count; from += step) {
    putGrams(grams, next, before, digits, starts, from, Math.min(from + step, count));
    yield;
  }
  return { tails, gramStarts, grams, shorts: shortOnes(starts) };
}

function putTails(
  tails: Uint32Array,
  digits: Uint8Array,
  starts: Uint32Array,
  from: number,
  to: number,
): void {
  const mask = tails.length - 1;
  for (let phone = from; phone < to; phone += 1) {
    const hash = tailHash(digits, starts[phone], starts[phone + 1]);
    let slot = hash & mask;
    while (tails[slot] !== 0) slot = (slot + 1) & mask;
    tails[slot] = (hash & tagMask) | (phone + 1);
  }
}

/** Adds up how many bytes each four digits' phones take, as distances from the one before. */
function measureGrams(
  gramStarts: Uint32Array,
  before: Uint32Array,
  digits: Uint8Array,
  starts: Uint32Array,
  from: number,
  to: number,
): void {
  for (let phone = from; phone < to; phone += 1) {
    const end = starts[phone + 1];
    let gram = 0;
    for (let at = starts[phone], length = 1; at < end; at += 1, length += 1) {
      gram = (gram % 1_000) * 10 + digits[at];
      if (length < gramLength) continue;
      let size = 1;
      for (let rest = (phone - before[gram]) >>> 7; rest > 0; rest >>>= 7) size += 1;
      gramStarts[gram + 1] += size;
      before[gram] = phone;
    }
  }
}

function putGrams(
  grams: Uint8Array,
  next: Uint32Array,
  before: Uint32Array,
  digits: Uint8Array,
  starts: Uint32Array,
  from: number,
  to: number,
): void {
  for (let phone = from; phone < to; phone += 1) {
    const end = starts[phone + 1];
    let gram = 0;
    for (let at = starts[phone], length = 1; at < end; at += 1, length += 1) {
      gram = (gram % 1_000) * 10 + digits[at];
      if (length < gramLength) continue;
      let into = next[gram];
      let distance = phone - before[gram];
      for (; distance > 0x7f; distance >>>= 7, into += 1) grams[into] = (distance & 0x7f) | 0x80;
      grams[into] = distance;
      next[gram] = into + 1;
      before[gram] = phone;
    }
  }
}

/** Calls with each phone in which these four digits stand next to each other, as often as they do. */
export function eachWithGram(
  gramStarts: Uint32Array,
  grams: Uint8Array,
  gram: number,
  each: (phone: number) => void,
): void {
  const end = gramStarts[gram + 1];
  let phone = 0;
  for (let at = gramStarts[gram]; at < end; at += 1) {
    let byte = grams[at];
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      at += 1;
      byte = grams[at];
      distance |= (byte & 0x7f) << shift;
    }
    phone += distance;
    each(phone);
  }
}

function shortOnes(starts: Uint32Array): Uint32Array {
  const shorts: number[] = [];
  for (let phone = 0; phone < starts.length - 1; phone += 1) {
    if (starts[phone + 1] - starts[phone] < gramLength) shorts.push(phone);
  }
  return Uint32Array.from(shorts);
}
