import { numberDigits } from '@offhook/core';
import { digitsOf } from './digitsOf.js';

const scratch = new Uint8Array(64);

/** 1 for what stands in a number beside its digits and says nothing. */
const punctuation = Uint8Array.from({ length: 0x30 }, (_, code) =>
  ' +-./()'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * A number's digits, as `numberDigits` gives them; good until the next call, for an array of its own would cost as much
 * as the look-up. Few numbers need more than a look at each character.
 */
export function numberOf(number: string): Uint8Array {
  if (number.length > scratch.length) return digitsOf(numberDigits(number));
  let count = 0;
  for (let index = 0; index < number.length; index += 1) {
    const code = number.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) {
      scratch[count] = code - 0x30;
      count += 1;
    } else if (punctuation[code] !== 1) return digitsOf(numberDigits(number));
  }
  return scratch.subarray(count >= 2 && scratch[0] === 0 && scratch[1] === 0 ? 2 : 0, count);
}
