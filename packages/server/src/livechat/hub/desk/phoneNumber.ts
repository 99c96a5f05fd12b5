/**
 * The number as it is dialled, or undefined when it is none (P-13): digits, with `+` before them; 3 to 20.
 *
 * @example
 * phoneNumber('+49 (30) 123-45'); // '+493012345'
 */
export function phoneNumber(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const dialled = text.replace(/[\s().\-/]/g, '');
  return /^\+?\d{3,20}$/.test(dialled) ? dialled : undefined;
}
