import type { Direction, Party } from '@offhook/core';
import { defined, fields, text, type Fields } from '../read.js';

export { defined, fields, text, type Fields } from '../read.js';

/** The items of an array, as objects; of anything else, none. */
export const objects = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);

/** The first of them. */
export const list = (value: unknown): readonly Fields[] =>
  objects(Array.isArray(value) ? value.slice(0, 100) : undefined);

/** The texts of an array, each once; nothing of what is no array. */
export const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? [...new Set(value.flatMap((each) => text(each) ?? []))] : undefined;

/** An id, which RingCentral writes now as text, now as a number. */
export const id = (value: unknown): string | undefined =>
  text(Number.isSafeInteger(value) ? `${value as number}` : value);

/** A number above zero, such as wall-clock milliseconds. */
export const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && value < 9e15 ? value : undefined;

/** Wall-clock milliseconds, from a date as text. */
export const date = (value: unknown): number | undefined => amount(Date.parse(String(text(value))));

export const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** The last word of such as `webphone-session-onHold`. */
export const lastWord = (status: unknown): string | undefined => text(status)?.split('-').pop();

/** Seen from our side. */
export const directionOf = ({ direction }: Fields): Direction =>
  direction === 'Inbound' ? 'inbound' : 'outbound';

/**
 * An access token in a query, also where one link carries another, escaped once or more often:
 * `?media=https%3A%2F%2F…%3Faccess_token%3D…`.
 */
const token = /access(_|%(25)*5F)token(=|%(25)*3D)[^&#\s]*/gi;

/** A text without the access tokens that RingCentral puts into some addresses. */
export const stripTokens = (value: string): string => value.replace(token, '');

/** An address that a browser may open, without access tokens; or none. */
export const webAddress = (value: unknown): string | undefined =>
  /^https?:/i.test(String(text(value))) ? stripTokens(text(value) ?? '') : undefined;

/** What a word of the vendor's means, by a table of ours words to theirs. */
export const meaning = <T extends string>(
  theirs: Readonly<Partial<Record<T, string>>>,
  word: unknown,
): T | undefined =>
  (Object.keys(theirs) as T[]).find((ours) => theirs[ours]?.split(' ').includes(word as string));

/** A list of this, or of nothing. */
export const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/**
 * Somebody, from what is written of them. On our own side that is the company's number and our extension, in one:
 * `16505550000*101`. Which of our numbers was called only presence knows.
 */
export function party(number: unknown, name?: unknown, extension?: unknown): Party {
  const [main, own] = (text(number) ?? '').split('*');
  return defined<Party>({
    number: own ? undefined : text(main),
    name: text(name),
    extension: id(extension) ?? text(own),
  });
}

/** Who is at one end of a call or message, as RingCentral's servers write it. */
export function endAt(end: unknown, named?: unknown): Party {
  const { phoneNumber, extensionNumber, name } = fields(end);
  return party(phoneNumber ?? id(extensionNumber), named ?? name, extensionNumber);
}
