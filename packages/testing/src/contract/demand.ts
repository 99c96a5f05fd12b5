/** Short words for a value in a message. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 200));
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value).slice(0, 300);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
  return String(value);
}

/** Throws unless it is so. Contracts bring this of their own, so that they need no runner's `expect`. */
export function demand(truth: boolean, message: string): asserts truth {
  if (!truth) throw new Error(message);
}

/** Throws unless both are the same value, by `Object.is`. */
export function demandSame(actual: unknown, expected: unknown, what: string): void {
  if (!Object.is(actual, expected))
    throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

/** Throws unless both are lists of the same values in the same order, by `Object.is`. */
export function demandSameList(actual: readonly unknown[], expected: readonly unknown[], what: string): void {
  const same =
    actual.length === expected.length && actual.every((value, index) => Object.is(value, expected[index]));
  if (!same) throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}
