import { mixed } from '../engine/grown.js';

/** Numbers that are the same to a caller look-up share at least these many digits at their end, or are equal. */
export const tailLength = 7;

/** The hash of a number's last seven digits; of a shorter one, of all of it. */
export function tailHash(digits: Uint8Array, from: number, to: number): number {
  let hash = 1;
  for (let at = Math.max(from, to - tailLength); at < to; at += 1) hash = hash * 10 + digits[at];
  return mixed(hash);
}
