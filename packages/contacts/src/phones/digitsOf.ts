/** A text of digits as numbers. */
export function digitsOf(text: string): Uint8Array {
  const digits = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) digits[index] = text.charCodeAt(index) - 0x30;
  return digits;
}
