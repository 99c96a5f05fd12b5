import { renders, rowText } from '../common.js';

/** A row's text, counted. */
export function shown(side, call) {
  renders[side] += 1;
  return rowText(call);
}
