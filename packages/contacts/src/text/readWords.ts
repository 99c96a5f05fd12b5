import { foldCodePoint } from './foldCodePoint.js';

/** Takes a text's words: the first `length` of the reader's `units`. */
export interface WordSink {
  word(units: Uint16Array, length: number, hash: number): void;
}

export const hashSeed = 0x811c9dc5 | 0;
export const hashStep = 0x01000193;

/** Letters of a word beyond this one don't count: nobody types them. */
const longest = 255;

const parts = 0;
const leftOut = 1;

const foldAscii = Uint8Array.from({ length: 128 }, (_, code) => {
  const folded = foldCodePoint(code);
  return folded === undefined ? parts : folded === '' ? leftOut : folded.charCodeAt(0);
});

const foldedOthers = new Map<number, string | undefined>();

function foldOther(code: number): string | undefined {
  const known = foldedOthers.get(code);
  if (known !== undefined || foldedOthers.has(code)) return known;
  const folded = foldCodePoint(code);
  foldedOthers.set(code, folded);
  return folded;
}

const units = new Uint16Array(longest);

/** Reads UTF-8 bytes as folded words and hands each to the sink. */
export function readWords(bytes: Uint8Array, from: number, to: number, sink: WordSink): void {
  let length = 0;
  let hash = hashSeed;
  for (let at = from; at < to;) {
    const byte = bytes[at];
    if (byte < 0x80) {
      at += 1;
      const unit = foldAscii[byte];
      if (unit > leftOut) {
        if (length < longest) {
          units[length] = unit;
          length += 1;
          hash = Math.imul(hash ^ unit, hashStep);
        }
        continue;
      }
      if (unit === leftOut) continue;
    } else {
      const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const folded = foldOther(codePoint(bytes, at, size));
      at += size;
      if (folded !== undefined) {
        for (let index = 0; index < folded.length && length < longest; index += 1) {
          const unit = folded.charCodeAt(index);
          units[length] = unit;
          length += 1;
          hash = Math.imul(hash ^ unit, hashStep);
        }
        continue;
      }
    }
    if (length > 0) {
      sink.word(units, length, hash);
      length = 0;
      hash = hashSeed;
    }
  }
  if (length > 0) sink.word(units, length, hash);
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  if (size === 2) return ((bytes[at] & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
  const middle = ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
  return size === 3
    ? ((bytes[at] & 0x0f) << 12) | middle
    : ((bytes[at] & 0x07) << 18) | (middle << 6) | (bytes[at + 3] & 0x3f);
}
