import { numberDigits } from '@offhook/core';
import { unitsOf } from '../engine/prefixRange.js';
import { digitsOf } from '../phones/digitsOf.js';
import { wordsOf } from '../text/wordsOf.js';

/** One thing that a contact must have: a word, a piece of a phone number, or whichever of the two it is. */
export interface Term {
  readonly word?: Uint16Array;
  /** Whether the word may be misspelt. Not one of digits: it is another number then. */
  readonly typos: boolean;
  readonly digits?: Uint8Array;
}

/** Fewer digits than these are in too many numbers. */
export const fewestDigits = 3;

/** More words than these narrow nothing down. */
const mostTerms = 16;

const onlyDigits = /^\p{N}+$/u;
const likeNumber = /^[\s\d()./+-]+$/;

/** What somebody typed, as what a contact must have; `undefined` if nothing can be searched for. */
export function readQuery(query: string): readonly Term[] | undefined {
  const words = [...new Set(wordsOf(query))].slice(0, mostTerms);
  if (words.length === 0) return undefined;
  if (likeNumber.test(query)) {
    const digits = numberDigits(query);
    if (digits.length >= fewestDigits) {
      return [
        { typos: false, digits: digitsOf(digits), ...(words.length === 1 && { word: unitsOf(words[0]) }) },
      ];
    }
  }
  return words.map((word) => ({
    word: unitsOf(word),
    typos: !onlyDigits.test(word),
    ...(/^\d{3,}$/.test(word) && { digits: digitsOf(word) }),
  }));
}
