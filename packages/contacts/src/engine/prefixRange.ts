import { type Segment, wordCount } from './segment.js';

/** Words side by side, from the first to before the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

export const unitsOf = (word: string): Uint16Array =>
  Uint16Array.from({ length: word.length }, (_, index) => word.charCodeAt(index));

/** The words that begin so. Whichever is this and no more comes first among them. */
export function prefixRange(segment: Segment, prefix: Uint16Array): WordRange {
  let range: WordRange = { from: 0, to: wordCount(segment) };
  for (let depth = 0; depth < prefix.length && range.from < range.to; depth += 1) {
    range = narrowed(segment, range, depth, prefix[depth]);
  }
  return range;
}

/** Those of the words, which share their first `depth` letters, that go on with this letter. */
export function narrowed(
  { words, wordStarts }: Segment,
  range: WordRange,
  depth: number,
  unit: number,
): WordRange {
  let low = range.from;
  let high = range.to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[wordStarts[middle] + depth] < unit) low = middle + 1;
    else high = middle;
  }
  const from = low;
  high = range.to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[wordStarts[middle] + depth] <= unit) low = middle + 1;
    else high = middle;
  }
  return { from, to: low };
}

/** Whether the first of these words has no more letters than these. */
export function endsAt({ words, wordStarts }: Segment, range: WordRange, depth: number): boolean {
  return range.from < range.to && words[wordStarts[range.from] + depth] === 0;
}
