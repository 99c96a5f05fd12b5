/**
 * Some of the contacts, ready to be searched: arrays of numbers and nothing else, so that it can be stored as it is.
 * Contacts have local numbers from 0, in the order in which they were added.
 */
export interface Segment {
  readonly count: number;
  /** The contacts' records, one after another. */
  readonly records: Uint8Array<ArrayBuffer>;
  /** Where each contact's record begins in `records`, and where the last one ends. */
  readonly recordStarts: Uint32Array;
  /** Hash table: the contacts by id. */
  readonly ids: Uint32Array;
  /** The distinct words in order, each followed by a 0. */
  readonly words: Uint16Array;
  readonly wordStarts: Uint32Array;
  /** For each word where its postings begin, and at last where those of the last one end. */
  readonly postingStarts: Uint32Array;
  /** In which contacts a word stands: `contact << 2 | field`. So the postings of a prefix stand side by side. */
  readonly postings: Uint32Array;
  readonly phones: Phones;
  /** 1 for each contact that is still there. The one thing that changes. */
  readonly alive: Uint8Array;
}

/** A segment's phone numbers, as digits. */
export interface Phones {
  /** One byte for each digit. */
  readonly digits: Uint8Array;
  readonly starts: Uint32Array;
  /** Whose number it is. */
  readonly owners: Uint32Array;
  /** Hash table: the numbers by their last seven digits. */
  readonly tails: Uint32Array;
  /** For each four digits where their bytes in `grams` begin. */
  readonly gramStarts: Uint32Array;
  /**
   * The phones in which four digits stand next to each other, each as its distance from the one before: seven bits a
   * byte, the lowest first, and the eighth where more follow. Half of what whole numbers would take.
   */
  readonly grams: Uint8Array;
  /** The numbers with fewer than four digits. */
  readonly shorts: Uint32Array;
  /** What stands for a number and has no digits, such as `anonymous`, and whose it is. */
  readonly spelt: ReadonlyMap<string, readonly number[]>;
}

/** Where a word stands in a contact; the lower, the better it ranks. */
export const fields = { name: 0, company: 1, email: 2 } as const;
export const fieldBits = 2;
export const fieldMask = 3;

/** How many words a segment has. */
export const wordCount = (segment: Segment): number => segment.wordStarts.length - 1;
