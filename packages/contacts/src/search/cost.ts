/**
 * What a hit costs; the contacts with the least come first, then the earlier added ones. For a word the field is added:
 * 0 in the name, 1 in the company, 2 in an e-mail address. A contact's costs for all that was typed add up, and one
 * misspelt word costs more than all others together can.
 */
export const cost = {
  word: 0,
  wholeNumber: 3,
  prefix: 4,
  numberEnd: 7,
  numberInside: 8,
  numberWithoutTrunk: 9,
  typo: 1_000,
  typoPrefix: 1_004,
} as const;
