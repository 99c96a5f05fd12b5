/** Lengths are told in steps of so many characters. */
const step = 4;

/** Words as dots, their lengths rounded up to the next four: the layout stays, and how long a word is, is not told. */
export function maskText(text: string): string {
  return text.replace(/\S+/g, (word) => '•'.repeat(Math.ceil(word.length / step) * step));
}
