import { numberDigits, type Contact } from '@offhook/core';

/** One line of the dialer's suggestions: a contact and one of its numbers. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** The contacts whose name has a word that begins with the text, or whose number holds its digits. */
export function suggestContacts(
  contacts: readonly Contact[],
  text: string,
  limit = 6,
): readonly Suggestion[] {
  const query = text.trim().toLowerCase();
  if (query === '') return [];
  // Letters ask for a name: `numberDigits` would make something of the digits among them.
  const digits = /^[\d\s()+.*#/-]+$/.test(query) ? numberDigits(query) : '';
  const found: Suggestion[] = [];
  for (const contact of contacts) {
    const name = contact.name.toLowerCase();
    const named = name.startsWith(query) || name.includes(` ${query}`);
    for (const { number } of contact.phones) {
      if (found.length === limit) return found;
      const numbered = digits !== '' && numberDigits(number).includes(digits);
      if (named || numbered) found.push({ id: `${contact.id}:${number}`, name: contact.name, number });
    }
  }
  return found;
}
