export { defined, fields, text, type Fields } from '../read.js';

/** A number that is not negative, and none that only pretends. */
export const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < 9e12 ? value : undefined;
