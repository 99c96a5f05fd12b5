import { endsAt, narrowed, type WordRange } from './prefixRange.js';
import { type Segment, wordCount } from './segment.js';

/** Words that are meant by a misspelt one: the whole word, or its beginning. */
export interface TypoRange extends WordRange {
  readonly whole: boolean;
}

/** A word with fewer letters is taken as it is typed: too much is one letter away from it. */
export const shortestWithTypo = 4;

/**
 * The words that are one letter away from this one: a letter too many, too few, another one, or two that changed
 * places; or that go on from something which is, provided that its last letter is as typed. (Otherwise whatever begins
 * like all but the last letter would fit.)
 *
 * The words are in order, so those that begin alike stand together. A walk over the letters narrows the words down to
 * those that still fit, and tries each way to be wrong at each letter.
 */
export function typoRanges(segment: Segment, typed: Uint16Array): TypoRange[] {
  const found: TypoRange[] = [];
  const last = typed[typed.length - 1];

  /** Follows the rest as it is typed, and keeps what is left. */
  const follow = (start: WordRange, startDepth: number, rest: number, lastUnit: number): void => {
    let range = start;
    let depth = startDepth;
    for (let index = rest; index < typed.length && range.from < range.to; index += 1, depth += 1) {
      range = narrowed(segment, range, depth, typed[index]);
    }
    if (range.from === range.to) return;
    if (endsAt(segment, range, depth)) found.push({ from: range.from, to: range.from + 1, whole: true });
    if ((rest < typed.length ? last : lastUnit) === last) found.push({ ...range, whole: false });
  };

  let range: WordRange = { from: 0, to: wordCount(segment) };
  for (let index = 0; index <= typed.length && range.from < range.to; index += 1) {
    const before = index === 0 ? 0 : typed[index - 1];
    // One letter too many is typed.
    if (index < typed.length) follow(range, index, index + 1, before);
    // Two letters changed places.
    if (index + 1 < typed.length && typed[index] !== typed[index + 1]) {
      const swapped = narrowed(segment, range, index, typed[index + 1]);
      follow(narrowed(segment, swapped, index + 1, typed[index]), index + 2, index + 2, typed[index]);
    }
    // Another letter belongs here, or one more.
    eachNext(segment, range, index, (next, unit) => {
      if (index < typed.length && unit !== typed[index]) follow(next, index + 1, index + 1, unit);
      follow(next, index + 1, index, unit);
    });
    if (index < typed.length) range = narrowed(segment, range, index, typed[index]);
  }
  return found;
}

/** Calls with each letter by which these words go on, and those that do. */
function eachNext(
  segment: Segment,
  range: WordRange,
  depth: number,
  each: (next: WordRange, unit: number) => void,
): void {
  let from = endsAt(segment, range, depth) ? range.from + 1 : range.from;
  while (from < range.to) {
    const unit = segment.words[segment.wordStarts[from] + depth];
    const next = narrowed(segment, { from, to: range.to }, depth, unit);
    each(next, unit);
    from = next.to;
  }
}
