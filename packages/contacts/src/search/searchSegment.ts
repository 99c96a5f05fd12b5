import { endsAt, prefixRange } from '../engine/prefixRange.js';
import type { Segment } from '../engine/segment.js';
import { shortestWithTypo, typoRanges } from '../engine/typoRanges.js';
import { phonesWith } from '../phones/phonesWith.js';
import { cost } from './cost.js';
import { fewestDigits, type Term } from './query.js';
import type { Tally } from './tally.js';

/** The words that a term means in a segment, and what they cost. */
interface Hits {
  readonly term: Term;
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly costs: number }[];
  readonly size: number;
}

const numberCost = { whole: cost.wholeNumber, end: cost.numberEnd, inside: cost.numberInside } as const;

/** Calls with each contact that has all terms, and what it costs. With `typos` words may be misspelt too. */
export function searchSegment(
  segment: Segment,
  terms: readonly Term[],
  typos: boolean,
  tally: Tally,
  each: (contact: number, total: number) => void,
): void {
  const hits = terms.map((term) => hitsOf(segment, term, typos));
  if (hits.some(({ size }) => size === 0)) return;
  tally.begin(segment.alive);
  // The rarest first: the others then only look at whom it left.
  for (const { term, ranges } of hits.sort((a, b) => a.size - b.size)) {
    tally.nextTerm();
    for (const { from, to, costs } of ranges) {
      tally.addPostings(segment.postings, segment.postingStarts[from], segment.postingStarts[to], costs);
    }
    if (term.digits) addNumbers(segment, term.digits, tally);
  }
  tally.end(each);
}

function hitsOf(segment: Segment, term: Term, typos: boolean): Hits {
  const ranges: { from: number; to: number; costs: number }[] = [];
  if (term.word) {
    const { from, to } = prefixRange(segment, term.word);
    const whole = endsAt(segment, { from, to }, term.word.length) ? from + 1 : from;
    ranges.push({ from, to: whole, costs: cost.word }, { from: whole, to, costs: cost.prefix });
    if (typos && term.typos && term.word.length >= shortestWithTypo) {
      for (const range of typoRanges(segment, term.word)) {
        ranges.push({ from: range.from, to: range.to, costs: range.whole ? cost.typo : cost.typoPrefix });
      }
    }
  }
  let size = 0;
  for (const { from, to } of ranges) size += segment.postingStarts[to] - segment.postingStarts[from];
  // Of digits nobody knows yet how many have them; a number is a good guess for few.
  return { term, ranges, size: term.digits ? size + 1 : size };
}

function addNumbers(segment: Segment, digits: Uint8Array, tally: Tally): void {
  const { phones } = segment;
  const { owners } = phones;
  phonesWith(phones, digits, (phone, fit) => tally.add(owners[phone], numberCost[fit]));
  // `020 7946…` is typed for what is stored as `+44 20 7946…`.
  if (digits[0] === 0 && digits.length > fewestDigits + 1) {
    phonesWith(phones, digits.subarray(1), (phone) => tally.add(owners[phone], cost.numberWithoutTrunk));
  }
}
