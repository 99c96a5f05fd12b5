/** Letters that Unicode doesn't take apart into a base and a mark. */
const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ƶ: 'z',
  ς: 'σ',
};

const word = /[\p{L}\p{N}]/u;
/** What stands inside of a word without parting it: marks, apostrophes, soft hyphens, joiners. */
const silent = /^[\p{M}\p{Cf}'’‘ʼ`´]$/u;

/**
 * What a letter is searched as: lower case, without marks. Empty for what is left out of a word, `undefined` for what
 * parts two words. It depends on this one character alone, so that text in either Unicode form folds alike.
 */
export function foldCodePoint(code: number): string | undefined {
  const character = String.fromCodePoint(code);
  if (silent.test(character)) return '';
  let folded = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const letter = special[part] ?? part;
    if (word.test(letter)) folded += letter;
  }
  return folded === '' ? undefined : folded;
}
