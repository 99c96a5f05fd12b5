import { tableSize } from './grown.js';
import { putId } from './idTable.js';
import { mergePhones } from '../phones/mergePhones.js';
import { mergeWords } from './mergeWords.js';
import type { Segment } from './segment.js';

/** How many contacts one step does. */
const step = 2_048;

/** Stands for the number of a contact that is not there any more. */
export const gone = 0xffffffff;

/** A segment's contacts by the numbers that they have in the merged one. */
export type Numbers = readonly Uint32Array[];

export interface Merged {
  readonly segment: Segment;
  readonly numbers: Numbers;
}

/** Makes several segments one, without those that were removed, a piece with each step. */
export function* mergeSegments(sources: readonly Segment[]): Generator<void, Merged> {
  const { numbers, count } = renumbered(sources);
  yield;
  const { records, recordStarts } = yield* mergeRecords(sources, numbers, count);
  const ids = new Uint32Array(tableSize(count));
  for (let from = 0; from < count; from += step) {
    const to = Math.min(from + step, count);
    for (let contact = from; contact < to; contact += 1) putId(ids, records, recordStarts, contact);
    yield;
  }
  const words = yield* mergeWords(sources, numbers);
  const phones = yield* mergePhones(
    sources.map((source) => source.phones),
    numbers,
  );
  const alive = new Uint8Array(count).fill(1);
  return { segment: { count, records, recordStarts, ids, ...words, phones, alive }, numbers };
}

function renumbered(sources: readonly Segment[]): { numbers: Numbers; count: number } {
  let count = 0;
  const numbers = sources.map(({ alive }) => {
    const own = new Uint32Array(alive.length).fill(gone);
    for (let contact = 0; contact < alive.length; contact += 1) {
      if (alive[contact] === 0) continue;
      own[contact] = count;
      count += 1;
    }
    return own;
  });
  return { numbers, count };
}

function* mergeRecords(
  sources: readonly Segment[],
  numbers: Numbers,
  count: number,
): Generator<void, Pick<Segment, 'records' | 'recordStarts'>> {
  const recordStarts = new Uint32Array(count + 1);
  const total = sources.reduce((sum, { records }) => sum + records.length, 0);
  const records = new Uint8Array(total);
  let end = 0;
  let number = 0;
  for (const [index, { records: from, recordStarts: starts, count: sourceCount }] of sources.entries()) {
    const isGone = (contact: number): boolean => numbers[index][contact] === gone;
    for (let first = 0; first < sourceCount;) {
      // Neighbours that are all there are copied together.
      let next = first + 1;
      while (next < sourceCount && next - first < step && isGone(next) === isGone(first)) next += 1;
      if (!isGone(first)) {
        records.set(from.subarray(starts[first], starts[next]), end);
        const moved = end - starts[first];
        for (let contact = first; contact < next; contact += 1, number += 1) {
          recordStarts[number + 1] = starts[contact + 1] + moved;
        }
        end = recordStarts[number];
      }
      first = next;
      yield;
    }
  }
  return { records: end === total ? records : records.slice(0, end), recordStarts };
}
