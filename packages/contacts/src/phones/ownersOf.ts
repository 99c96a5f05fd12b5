import type { Phones } from '../engine/segment.js';
import { numberMask, tagMask } from '../engine/grown.js';
import { tailHash, tailLength } from './tailHash.js';

/**
 * Calls with whoever has this number, by the rules of core's `sameNumber`: equal digits, or the one ends with the other
 * less its trunk 0. Such numbers share their last seven digits, by which they are found.
 */
export function ownersOf(phones: Phones, digits: Uint8Array, each: (contact: number) => void): void {
  const { tails, starts, owners } = phones;
  const mask = tails.length - 1;
  const hash = tailHash(digits, 0, digits.length);
  const tag = hash & tagMask;
  let slot = hash & mask;
  for (let entry = tails[slot]; entry !== 0; entry = tails[slot]) {
    if ((entry & tagMask) === tag) {
      const phone = (entry & numberMask) - 1;
      if (same(phones.digits, starts[phone], starts[phone + 1], digits)) each(owners[phone]);
    }
    slot = (slot + 1) & mask;
  }
}

function same(all: Uint8Array, from: number, to: number, digits: Uint8Array): boolean {
  const length = to - from;
  const shared = Math.min(length, digits.length);
  const equal = endAlike(all, to, digits, shared);
  if (length === digits.length && equal) return true;
  const ours = length < digits.length;
  const trunk = (ours ? all[from] : digits[0]) === 0 ? 1 : 0;
  const national = shared - trunk;
  return national >= tailLength && (equal || endAlike(all, to, digits, national));
}

function endAlike(all: Uint8Array, to: number, digits: Uint8Array, count: number): boolean {
  for (let back = 1; back <= count; back += 1) {
    if (all[to - back] !== digits[digits.length - back]) return false;
  }
  return true;
}
