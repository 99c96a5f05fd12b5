import { numberDigits, sameNumber } from '@offhook/core';

const tailLength = 7;
const nationalLength = 9;

/** The last digits, which all spellings of a number share: what an index finds the candidates by. */
export const numberTail = (number: string): string => numberDigits(number).slice(-tailLength);

/**
 * Whether two spellings mean one number. More generous than core: nine equal digits at the end will do, since what
 * stands before them (`+7` or `8`, `0` or nothing) depends on where one dials from.
 */
export function matchesNumber(a: string, b: string): boolean {
  if (sameNumber(a, b)) return true;
  const [left, right] = [numberDigits(a).slice(-nationalLength), numberDigits(b).slice(-nationalLength)];
  return left.length === nationalLength && left === right;
}
