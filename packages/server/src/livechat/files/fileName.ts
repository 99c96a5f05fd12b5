import { FrontError } from '../http/frontError.js';

const longest = 150;
/** Line breaks and other control characters, and those that turn the direction of writing: `gpj.exe` would look like `exe.jpg`. */
const hidden = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/gu;

/**
 * A file's name as the others see it (P-18): the last part of a path, without anything that can't be seen, at most 150
 * characters, with its end. It names nothing on this server's disk.
 *
 * @throws FrontError `bad-request` where nothing is left
 */
export function fileName(given: string): string {
  const name = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(hidden, '')
    .replace(/^[.\s]+|\s+$/g, '');
  if (name === '') throw new FrontError('bad-request', 'filename: the name of a file was expected.');
  if (name.length <= longest) return name;
  const end = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longest - end.length) + end;
}
