import { fieldEndByte } from '../record/format.js';
import { hashSeed, hashStep } from '../text/readWords.js';
import { mixed, numberMask, tagMask } from './grown.js';

/** The hash of the id with which a record begins. */
export function idHash(bytes: Uint8Array, from: number): number {
  let hash = hashSeed;
  for (let at = from; bytes[at] !== fieldEndByte; at += 1) hash = Math.imul(hash ^ bytes[at], hashStep);
  return mixed(hash);
}

/** Whether the next `ends` fields, from here and from there, are the same bytes. */
export function sameFields(
  bytes: Uint8Array,
  from: number,
  otherBytes: Uint8Array,
  otherFrom: number,
  ends: number,
): boolean {
  let left = from;
  let right = otherFrom;
  let open = ends;
  for (;;) {
    const byte = bytes[left];
    if (byte !== otherBytes[right]) return false;
    if (byte === fieldEndByte) {
      open -= 1;
      if (open === 0) return true;
    }
    left += 1;
    right += 1;
  }
}

/**
 * Calls with each contact whose id has this hash, in the order in which they were put. An entry holds eight bits of the
 * hash beside the contact, so that hardly a record is read in vain.
 */
export function eachOfId(ids: Uint32Array, hash: number, each: (contact: number) => void): void {
  const mask = ids.length - 1;
  const tag = hash & tagMask;
  let slot = hash & mask;
  for (let entry = ids[slot]; entry !== 0; entry = ids[slot]) {
    if ((entry & tagMask) === tag) each((entry & numberMask) - 1);
    slot = (slot + 1) & mask;
  }
}

/**
 * Puts a contact where its id's hash says, and returns the one there of the same id and source, if there is one: the
 * last of them.
 */
export function putId(
  ids: Uint32Array,
  records: Uint8Array,
  recordStarts: Uint32Array,
  contact: number,
): number | undefined {
  const from = recordStarts[contact];
  const hash = idHash(records, from);
  const mask = ids.length - 1;
  const tag = hash & tagMask;
  let twin: number | undefined;
  let slot = hash & mask;
  for (let entry = ids[slot]; entry !== 0; entry = ids[slot]) {
    if ((entry & tagMask) === tag) {
      const other = (entry & numberMask) - 1;
      if (sameFields(records, recordStarts[other], records, from, 2)) twin = other;
    }
    slot = (slot + 1) & mask;
  }
  ids[slot] = tag | (contact + 1);
  return twin;
}
