import { randomUUID } from 'node:crypto';
import { LogError } from './logError.js';
import { type Stored, type Write, type Written } from './sessionLog.js';

/** Where a stream ends. */
export interface StreamEnd {
  /** The number of its last record. */
  readonly last: number;
  /** The time of its last record. */
  readonly time: number;
  readonly final: boolean;
}

/** The end of a stream that isn't there. */
export const noStream: StreamEnd = { last: 0, time: 0, final: false };

/** A write whose records all have an id. */
export interface NamedWrite extends Write {
  readonly records: readonly { readonly id: string; readonly data: string }[];
}

/** What an append comes to. */
export interface AppendPlan {
  readonly written: readonly (readonly Written[])[];
  /** The new records, in order. */
  readonly records: readonly { readonly stream: string; readonly record: Stored }[];
  /** The ends of the streams that change. */
  readonly ends: ReadonlyMap<string, StreamEnd>;
}

/** What is looked up for a plan. */
export interface StreamIndex {
  end(stream: string): StreamEnd;
  /** Where the record of this id is. */
  find(stream: string, id: string): { readonly seq: number; readonly time: number } | undefined;
}

/** Gives a random id to the records that have none: so that an append can be tried anew. */
export const withIds = (writes: readonly Write[]): readonly NamedWrite[] =>
  writes.map((write) => ({
    ...write,
    records: write.records.map(({ id, data }) => ({ id: id ?? randomUUID(), data })),
  }));

/** What an append does to the streams; nothing is changed by it. @throws LogError `conflict` or `closed` */
export function planAppend(writes: readonly NamedWrite[], index: StreamIndex, now: number): AppendPlan {
  const records: { stream: string; record: Stored }[] = [];
  const ends = new Map<string, StreamEnd>();
  /** What this append itself has written before. */
  const planned = new Map<string, Map<string, Stored>>();

  const written = writes.map((write) => {
    const { stream, expect, final = false } = write;
    const own = planned.get(stream) ?? new Map<string, Stored>();
    planned.set(stream, own);
    let end = ends.get(stream) ?? index.end(stream);
    const known = write.records.map(({ id }) => own.get(id) ?? index.find(stream, id));
    const anyNew = known.includes(undefined);
    // Nothing new: it was written before, and whoever asks again learns where.
    const isDone = write.records.length > 0 && !anyNew && (!final || end.final);
    if (!isDone) {
      if (anyNew && end.final) throw new LogError('closed', stream);
      if (expect !== undefined && expect !== end.last) throw new LogError('conflict', stream);
    }
    const places = write.records.map(({ id, data }, at): Written => {
      const place = known[at] ?? own.get(id);
      if (place !== undefined) return { seq: place.seq, time: place.time, first: false };
      const record = { seq: end.last + 1, id, time: Math.max(end.time, now), data };
      end = { ...end, last: record.seq, time: record.time };
      own.set(id, record);
      records.push({ stream, record });
      return { seq: record.seq, time: record.time, first: true };
    });
    if (final && !end.final) end = { ...end, final };
    if (anyNew || final) ends.set(stream, end);
    return places;
  });
  return { written, records, ends };
}
