import type { Phones } from '../engine/segment.js';
import { eachWithGram, gramLength } from './indexPhones.js';

/** How a number has the digits that were typed. */
export type DigitsFit = 'whole' | 'end' | 'inside';

/** Calls with each number in which these digits stand next to each other; perhaps more than once. */
export function phonesWith(
  phones: Phones,
  digits: Uint8Array,
  each: (phone: number, fit: DigitsFit) => void,
): void {
  const check = (phone: number): void => {
    const fit = fitOf(phones, phone, digits);
    if (fit !== undefined) each(phone, fit);
  };
  const { gramStarts, grams, shorts } = phones;
  if (digits.length >= gramLength) {
    eachWithGram(gramStarts, grams, rarestGram(gramStarts, digits), check);
    return;
  }
  // Three digits: one more follows, or one more stands before them, or there are no four.
  const number = gramAt(digits, 0, digits.length);
  for (let last = 0; last < 10; last += 1) eachWithGram(gramStarts, grams, number * 10 + last, check);
  for (let first = 0; first < 10; first += 1) eachWithGram(gramStarts, grams, first * 1_000 + number, check);
  for (const phone of shorts) check(phone);
}

function gramAt(digits: Uint8Array, from: number, length: number): number {
  let gram = 0;
  for (let at = from; at < from + length; at += 1) gram = gram * 10 + digits[at];
  return gram;
}

function rarestGram(gramStarts: Uint32Array, digits: Uint8Array): number {
  let rarest = 0;
  let fewest = Infinity;
  for (let from = 0; from + gramLength <= digits.length; from += 1) {
    const gram = gramAt(digits, from, gramLength);
    // Bytes, which say well enough how many there are.
    const size = gramStarts[gram + 1] - gramStarts[gram];
    if (size >= fewest) continue;
    fewest = size;
    rarest = gram;
  }
  return rarest;
}

function fitOf({ digits: all, starts }: Phones, phone: number, digits: Uint8Array): DigitsFit | undefined {
  const from = starts[phone];
  const to = starts[phone + 1];
  const last = to - digits.length;
  if (last < from) return undefined;
  if (standAt(all, last, digits)) return last === from ? 'whole' : 'end';
  for (let at = from; at < last; at += 1) if (standAt(all, at, digits)) return 'inside';
  return undefined;
}

function standAt(all: Uint8Array, from: number, digits: Uint8Array): boolean {
  for (let index = 0; index < digits.length; index += 1)
    if (all[from + index] !== digits[index]) return false;
  return true;
}
