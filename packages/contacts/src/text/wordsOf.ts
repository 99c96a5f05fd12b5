import { readWords } from './readWords.js';

const encoder = new TextEncoder();

/** A text's folded words, in the order in which they stand. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const bytes = encoder.encode(text);
  readWords(bytes, 0, bytes.length, {
    word: (units, length) => words.push(String.fromCharCode(...units.subarray(0, length))),
  });
  return words;
}
