import { numberDigits } from '@offhook/core';

const decoder = new TextDecoder();

/** 1 for the letters and signs with which a number may begin or end that says more than digits do. */
const wordy = Uint8Array.from({ length: 256 }, (_, code) =>
  /[a-z@;,*\n\r]/i.test(String.fromCharCode(code)) && code < 0x80 ? 1 : 0,
);

/**
 * Writes a number's digits, as `numberDigits` gives them, into `digits` from `at` on, and returns how many there are.
 * Few numbers need more than a look at each byte.
 */
export function readDigits(
  bytes: Uint8Array,
  from: number,
  to: number,
  digits: Uint8Array,
  at: number,
): number {
  let count = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index];
    if (byte >= 0x30 && byte <= 0x39) {
      digits[at + count] = byte - 0x30;
      count += 1;
    } else if (wordy[byte] === 1) {
      return writeDigits(numberDigits(decoder.decode(bytes.subarray(from, to))), digits, at);
    }
  }
  if (count >= 2 && digits[at] === 0 && digits[at + 1] === 0) {
    digits.copyWithin(at, at + 2, at + count);
    return count - 2;
  }
  return count;
}

function writeDigits(text: string, digits: Uint8Array, at: number): number {
  for (let index = 0; index < text.length; index += 1) digits[at + index] = text.charCodeAt(index) - 0x30;
  return text.length;
}
