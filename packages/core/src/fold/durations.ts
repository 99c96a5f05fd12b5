import type { CallReport } from '../model/report.js';
import { isAnswered, type Call, type Durations } from '../model/call.js';

const between = (from: number | undefined, to: number): number =>
  from === undefined ? 0 : Math.max(0, to - from);

/** What a call seen for the first time has behind it, by the vendor's times: it may be older than the page. */
export function firstDurations(call: Call, now: number, asOf: number): Durations {
  const until = call.endedAt ?? now;
  const waitMs = between(call.startedAt, call.answeredAt ?? until);
  const talkMs = between(call.answeredAt, until);
  return { waitMs, talkMs, totalMs: waitMs + talkMs, source: 'host', asOf };
}

/** The durations as of now, for a call that has run on in its state since they were taken. */
export function runOn(call: Call, asOf: number): Durations {
  const { durations, state } = call;
  const passed = state === 'ended' ? 0 : between(durations.asOf, asOf);
  const key = isAnswered(call) ? 'talkMs' : 'waitMs';
  return { ...durations, [key]: durations[key] + passed, totalMs: durations.totalMs + passed, asOf };
}

/** The vendor's own figures in place of ours; ones that can't be are left aside. */
export function vendorDurations(
  durations: Durations,
  told: CallReport['durations'],
  asOf: number,
): Durations {
  if (told === undefined) return durations;
  const figures = Object.entries(told).filter(
    ([key, value]) => value >= 0 && value < Infinity && value !== durations[key as 'waitMs'],
  );
  return figures.length === 0
    ? durations
    : { ...durations, ...Object.fromEntries(figures), source: 'vendor', asOf };
}
