import type { Direction, Party } from '@offhook/core';

/** An object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of whatever this is; of what is no object, none. Never throws. */
export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value ? (value as Fields) : {};

/** The first items of an array, as objects; of anything else, none. */
export const list = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.slice(0, 100).map(fields) : [];

/** A name, a number, an address, a message: some text, and not a flood of it. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value && value.length < 10_000 ? value : undefined;

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

/** An access token in a query, also where one link carries another: `?media=https%3A%2F%2F…%3Faccess_token%3D…`. */
const token = /access_token(=|%3D)[^&#]*/gi;

/** An address that a browser may open, without the access tokens that RingCentral puts into some; or none. */
export const webAddress = (value: unknown): string | undefined =>
  /^https?:/i.test(String(text(value))) ? text(value)?.replace(token, '') : undefined;

/** What a word of the vendor's means, by a table of ours words to theirs. */
export const meaning = <T extends string>(
  theirs: Readonly<Partial<Record<T, string>>>,
  word: unknown,
): T | undefined =>
  (Object.keys(theirs) as T[]).find((ours) => theirs[ours]?.split(' ').includes(word as string));

/** Without the keys that have no value. */
export const defined = <T extends object>(facts: {
  readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K];
}): T => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

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
