import { object, text } from '../link/read.js';
import type { ChosenDevices } from './openMedia.js';

/** Reads which devices a page chose, by their ids. */
export function readDevices(value: unknown): ChosenDevices {
  const given = object(value);
  const audio = text(given?.audio);
  const video = text(given?.video);
  return { ...(audio === undefined ? {} : { audio }), ...(video === undefined ? {} : { video }) };
}
