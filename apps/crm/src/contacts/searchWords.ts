/** Letters that Unicode doesn't take apart, as people without them on their keyboard type them. */
const plainLetters: Readonly<Partial<Record<string, string>>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * The words of a text as they are searched for: without case, accents and punctuation.
 *
 * @example searchWords('José Müller-Weiß') // ['jose', 'muller', 'weiss']
 */
export function searchWords(text: string): readonly string[] {
  const folded = text
    // Upper case first: it spells `ß` as two letters.
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđæœı]/g, (letter) => plainLetters[letter] ?? letter);
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))];
}
