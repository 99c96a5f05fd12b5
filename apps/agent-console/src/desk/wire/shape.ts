/** Anything that JSON calls an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has fields to look at. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const isBit = (value: unknown): value is 0 | 1 => value === 0 || value === 1;

/** One of these words. */
export const isOneOf = <const T extends readonly unknown[]>(words: T, value: unknown): value is T[number] =>
  words.includes(value);

/** Each item that can be read; the others are left out. */
export const listOf = <T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) => {
        const one = read(item);
        return one === undefined ? [] : [one];
      })
    : [];

/** A field that may be missing, as one to spread: of another type it is as good as missing. */
export const maybe = <K extends string, T>(
  name: K,
  value: unknown,
  fits: (value: unknown) => value is T,
): Partial<Record<K, T>> => (fits(value) ? ({ [name]: value } as Partial<Record<K, T>>) : {});
