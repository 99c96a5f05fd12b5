import { type AppendPlan } from './planAppend.js';
import { type Stored } from './sessionLog.js';

/** New records as followers are told: those of a stream that were written together come together. */
export function byStream(records: AppendPlan['records']): ReadonlyMap<string, readonly Stored[]> {
  const streams = new Map<string, Stored[]>();
  for (const { stream, record } of records) {
    const known = streams.get(stream);
    if (known === undefined) streams.set(stream, [record]);
    else known.push(record);
  }
  return streams;
}
