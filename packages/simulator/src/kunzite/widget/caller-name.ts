import type { ContactBook } from './contact-book.js';

/** How a caller is shown: by all contacts with the number, else by the network's name, else by the number. */
export function callerName(book: ContactBook, number: string, networkName: string | undefined): string {
  const names = [...new Set(book.who(number).map(({ name }) => name))];
  const [first, second, ...others] = names;
  if (first === undefined) return networkName ?? number;
  if (second === undefined) return first;
  return others.length === 0 ? `${first} or ${second}` : `${first} or ${others.length + 1} others`;
}
