import { isPlain } from './isPlain.js';
import type { FieldError } from './serviceError.js';

type Members = Readonly<Record<string, unknown>>;

/** Reads the members of an object one by one, and writes down what is wrong. `null` is as good as not there. */
export interface FieldReader {
  /** What is wrong so far, in the order of reading. */
  readonly errors: readonly FieldError[];
  needed(path: string, value: unknown, most: number): string;
  text(path: string, value: unknown, most: number): string | undefined;
  neededNumber(path: string, value: unknown): number;
  wholeNumber(path: string, value: unknown): number | undefined;
  neededObject(path: string, value: unknown): Members | undefined;
  object(path: string, value: unknown): Members | undefined;
  /** Writes one down. */
  wrong(path: string, message: string): void;
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null;
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A reader for one request. Written by hand, because it is on the way of every call: a schema takes ten times as long. */
export function fieldReader(): FieldReader {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string): undefined => {
    // Messages say what was expected, never what came.
    errors.push({ path, message });
  };

  function text(path: string, value: unknown, most: number): string | undefined {
    if (!isThere(value)) return undefined;
    if (typeof value !== 'string') return wrong(path, 'Expected a text.');
    if (value.length > most) return wrong(path, `Expected ${most} characters at most.`);
    return isPlain(value) ? value : wrong(path, 'Expected a text without control characters.');
  }
  function wholeNumber(path: string, value: unknown): number | undefined {
    if (!isThere(value)) return undefined;
    const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return fits ? value : wrong(path, 'Expected a whole number from 0 on.');
  }
  function object(path: string, value: unknown): Members | undefined {
    if (!isThere(value)) return undefined;
    return isObject(value) ? value : wrong(path, 'Expected an object.');
  }
  function missing(path: string, value: unknown, what: string): void {
    if (!isThere(value)) wrong(path, `Expected ${what}; there is none.`);
  }

  return {
    errors,
    text,
    wholeNumber,
    object,
    wrong,
    needed(path, value, most) {
      missing(path, value, 'a text');
      return text(path, value, most) ?? '';
    },
    neededNumber(path, value) {
      missing(path, value, 'a whole number');
      return wholeNumber(path, value) ?? 0;
    },
    neededObject(path, value) {
      missing(path, value, 'an object');
      return object(path, value);
    },
  };
}
