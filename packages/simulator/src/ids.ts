import type { Random } from './random.js';

/** Ids of the shapes that the vendor uses, from one source of chance. */
export interface Ids {
  /** Lower-case letters and digits. */
  word(length: number): string;
  digits(length: number): string;
  uuid(): string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function createIds(random: Random): Ids {
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  return {
    word: (length) => pick(letters, length),
    digits: (length) => pick('123456789', 1) + pick('0123456789', length - 1),
    uuid() {
      const hex = pick('0123456789abcdef', 30);
      const variant = pick('89ab', 1);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(12, 15)}`,
        variant + hex.slice(15, 18),
        hex.slice(18),
      ].join('-');
    },
  };
}
