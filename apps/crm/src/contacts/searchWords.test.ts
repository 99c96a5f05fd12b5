import { searchWords } from './searchWords.js';

test.each([
  ['José Müller-Weiß', ['jose', 'muller', 'weiss']],
  ['Łukasz Søren ÆGIR', ['lukasz', 'soren', 'aegir']],
  ['ada.lovelace@example.com', ['ada', 'lovelace', 'example', 'com']],
  ['Анна  Анна', ['анна']],
  ['3M & Co.', ['3m', 'co']],
  [' —, ', []],
])('%s is searched for by %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});
