/** A plain object, or undefined. */
export function object(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** A list, or undefined. */
export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A list of strings; what is none is left out. */
export function texts(value: unknown): readonly string[] | undefined {
  return list(value)?.filter((item) => typeof item === 'string');
}

/** A whole number from 0, or undefined. */
export function whole(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

/** A boolean, or undefined. */
export function bool(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** One of the words given, or undefined. */
export function oneOf<T extends string | number>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

/** JSON's value, or undefined when it is none. */
export function json(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
