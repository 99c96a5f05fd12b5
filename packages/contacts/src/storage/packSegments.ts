import type { Segment } from '../engine/segment.js';

/** A part of an array. Some megabytes: a value of a hundred would be refused. */
export type Piece = Uint8Array<ArrayBuffer>;

const pieceSize = 8_000_000;

const bytes = ['records', 'alive'] as const;
const halves = ['words'] as const;
const wholes = ['recordStarts', 'ids', 'wordStarts', 'postingStarts', 'postings'] as const;
const phoneBytes = ['digits', 'grams'] as const;
const phoneWholes = ['starts', 'owners', 'tails', 'gramStarts', 'shorts'] as const;

/** What of a segment is no array: how long those are, in order, and the numbers without digits. */
export interface SegmentHead {
  readonly count: number;
  readonly lengths: readonly number[];
  readonly spelt: ReadonlyMap<string, readonly number[]>;
}

/** Takes segments apart for a store: their arrays in pieces, one after another. */
export function packSegments(segments: readonly Segment[]): { heads: SegmentHead[]; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const heads = segments.map((segment) => {
    const arrays = arraysOf(segment);
    for (const array of arrays) {
      for (let from = 0; from < array.length; from += pieceSize)
        pieces.push(array.slice(from, from + pieceSize));
    }
    return { count: segment.count, lengths: arrays.map(({ length }) => length), spelt: segment.phones.spelt };
  });
  return { heads, pieces };
}

/** Puts together what {@link packSegments} has taken apart. Throws if something is missing. */
export function unpackSegments(heads: readonly SegmentHead[], pieces: readonly Piece[]): Segment[] {
  let next = 0;
  const take = (length: number): Uint8Array<ArrayBuffer> => {
    if (length > 0 && length <= pieceSize) {
      next += 1;
      return whole(pieces[next - 1], length);
    }
    const array = new Uint8Array(length);
    for (let from = 0; from < length; from += pieceSize, next += 1) {
      array.set(whole(pieces[next], Math.min(pieceSize, length - from)), from);
    }
    return array;
  };
  return heads.map(({ count, lengths, spelt }) => segmentOf(count, lengths.map(take), spelt));
}

function whole(piece: Piece | undefined, length: number): Piece {
  if (piece?.length !== length) throw new RangeError('What is stored of the contacts is not complete.');
  return piece;
}

function arraysOf(segment: Segment): Uint8Array<ArrayBuffer>[] {
  const { phones } = segment;
  return [
    ...bytes.map((name) => segment[name]),
    ...halves.map((name) => segment[name]),
    ...wholes.map((name) => segment[name]),
    ...phoneBytes.map((name) => phones[name]),
    ...phoneWholes.map((name) => phones[name]),
  ].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength),
  );
}

function segmentOf(count: number, arrays: Uint8Array<ArrayBuffer>[], spelt: SegmentHead['spelt']): Segment {
  let at = 0;
  const next = (): Uint8Array<ArrayBuffer> => {
    at += 1;
    return arrays[at - 1];
  };
  const named = <N extends string, T>(names: readonly N[], as: (array: Uint8Array<ArrayBuffer>) => T) =>
    Object.fromEntries(names.map((name) => [name, as(next())])) as Record<N, T>;
  const asBytes = (array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => array;
  const asHalves = (array: Uint8Array<ArrayBuffer>): Uint16Array => new Uint16Array(array.buffer);
  const asWholes = (array: Uint8Array<ArrayBuffer>): Uint32Array => new Uint32Array(array.buffer);
  return {
    count,
    ...named(bytes, asBytes),
    ...named(halves, asHalves),
    ...named(wholes, asWholes),
    phones: { ...named(phoneBytes, asBytes), ...named(phoneWholes, asWholes), spelt },
  };
}
