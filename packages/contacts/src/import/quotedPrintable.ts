/** The bytes that quoted-printable text stands for. Throws an Error that says what is wrong. */
export function decodeQuotedPrintable(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '=') {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
      bytes.push(...encoder.encode(letter));
      at += letter.length - 1;
      continue;
    }
    const hex = text.slice(at + 1, at + 3);
    if (!/^[\da-f]{2}$/i.test(hex)) throw new Error(`'=${hex}' is not quoted-printable`);
    bytes.push(parseInt(hex, 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}
