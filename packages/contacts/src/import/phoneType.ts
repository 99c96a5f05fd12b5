import { wordsOf } from '../text/wordsOf.js';

/** Words for kinds of numbers, folded, in the languages that files come in. The first kind that fits is taken. */
const kinds: readonly (readonly [type: string, words: RegExp])[] = [
  ['fax', /fax|telecopie|faks/],
  ['mobile', /mobi|cell|handy|iphone|portable|celular|movil|telemovel|komork|gsm/],
  ['pager', /pager|beeper/],
  [
    'work',
    /work|business|office|company|geschaft|arbeit|dienst|buro|firma|bureau|travail|trabajo|oficina|lavoro|ufficio|trabalho|werk|kantoor|praca|sluzb/,
  ],
  ['home', /home|priva|domicile|maison|casa|hogar|particular|abitazione|thuis|dom\b|domow/],
  ['main', /main|haupt|zentrale|principal|pref/],
];

/** What kind of number words say it is: `mobile`, `work`, `home`, `fax`, `pager`, `main` or `other`. */
export function phoneType(words: readonly string[]): string {
  const text = wordsOf(words.join(' ')).join(' ');
  return kinds.find(([, expression]) => expression.test(text))?.[0] ?? 'other';
}
