const extensionLength = 6;

/** The digits that identify a number: no punctuation, no extension suffix, and no `00` or `+` before them. */
export function numberDigits(number: string): string {
  const plain = number.replace(/^(tel|sip|sips):/i, '').replace(/[@;,*x].*$/i, '');
  return plain.replace(/\D/g, '').replace(/^00/, '');
}

/**
 * Whether two spellings mean the same number: equal digits, or the one is the other without its country code
 * (`020 7946 0958` and `+442079460958`). Extensions match only in full.
 *
 * @example sameNumber('(216) 532-5078', '+12165325078') // true
 */
export function sameNumber(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const left = numberDigits(a);
  const right = numberDigits(b);
  if (left === right) return left !== '' || a.trim() === b.trim();
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const national = short.replace(/^0/, '');
  return national.length > extensionLength && long.endsWith(national);
}
