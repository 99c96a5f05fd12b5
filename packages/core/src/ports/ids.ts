/** New identifiers, as a port: tests count. */
export interface Ids {
  /** An id that nobody else has. */
  next(): string;
}

/** Random UUIDs; where the page is not a secure context, random all the same. */
export const systemIds: Ids = {
  next() {
    // Only secure contexts have it, whatever the types say.
    if ('randomUUID' in crypto) return crypto.randomUUID();
    return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), hex).join('');
  },
};

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
