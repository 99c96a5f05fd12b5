import { type Contact, numberDigits } from '@offhook/core';

const standIns: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
};

/** A text's words, folded by whole-text means instead of letter by letter. */
function naiveWords(text: string): string[] {
  return text
    .replace(/[ßẞæÆøØłŁđĐþÞı]/g, (letter) => standIns[letter] ?? letter)
    .replace(/['’‘ʼ`´]|\p{Cf}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How many letters must change to make one word the other, two neighbours that change places being one. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, rows[row - 2][column - 2] + 1);
      rows[row][column] = best;
    }
  }
  return rows[a.length][b.length];
}

function wordCost(word: string, typed: string): number {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 4;
  if (typed.length < 4 || /^\p{N}+$/u.test(typed)) return Infinity;
  if (distance(word, typed) === 1) return 1_000;
  for (let length = 1; length <= word.length; length += 1) {
    const start = word.slice(0, length);
    if (start.at(-1) === typed.at(-1) && distance(start, typed) === 1) return 1_004;
  }
  return Infinity;
}

function numberCost(number: string, digits: string): number {
  const own = numberDigits(number);
  if (own === digits) return 3;
  if (own.endsWith(digits)) return 7;
  if (own.includes(digits)) return 8;
  return digits.startsWith('0') && digits.length > 4 && own.includes(digits.slice(1)) ? 9 : Infinity;
}

function termCost(contact: Contact, word: string | undefined, digits: string | undefined): number {
  const texts = [contact.name, contact.company ?? '', contact.emails.join(' ')];
  const costs = texts.flatMap((text, field) =>
    word === undefined ? [] : naiveWords(text).map((own) => wordCost(own, word) + field),
  );
  const numbers = digits === undefined ? [] : contact.phones.map(({ number }) => numberCost(number, digits));
  return Math.min(Infinity, ...costs, ...numbers);
}

function terms(query: string): { word?: string; digits?: string }[] {
  const words = [...new Set(naiveWords(query))];
  const digits = numberDigits(query);
  if (/^[\s\d()./+-]+$/.test(query) && digits.length >= 3) {
    return [{ digits, ...(words.length === 1 && { word: words[0] }) }];
  }
  return words.map((word) => ({ word, ...(/^\d{3,}$/.test(word) && { digits: word }) }));
}

/** What a search must find, by looking at every word of every contact. */
export function naiveSearch(contacts: readonly Contact[], query: string, limit: number): Contact[] {
  const wanted = terms(query);
  if (wanted.length === 0) return [];
  return contacts
    .map((contact) => ({
      contact,
      costs: wanted.reduce((sum, { word, digits }) => sum + termCost(contact, word, digits), 0),
    }))
    .filter(({ costs }) => costs < Infinity)
    .sort((a, b) => a.costs - b.costs)
    .slice(0, limit)
    .map(({ contact }) => contact);
}

/** The contacts that are left when these were added one after another: the last of an id and source, where it was added. */
export function lastOfEach(contacts: readonly Contact[]): Contact[] {
  return contacts.filter(
    ({ id, source }, index) =>
      !contacts.slice(index + 1).some((later) => later.id === id && later.source === source),
  );
}
