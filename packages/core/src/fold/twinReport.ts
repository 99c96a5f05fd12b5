import type { CallReport } from '../model/report.js';
import { isAnswered, isLive, type Call } from '../model/call.js';

/** What is taken from the younger where the older has nothing. */
const inherited = [
  'local',
  'participants',
  'queue',
  'team',
  'recording',
  'recordings',
  'sipCallId',
  'linkedId',
] as const;

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** What the younger of two calls that prove to be one has to tell the older: all that the older doesn't know. */
export function twinReport(older: Call, younger: Call): CallReport {
  const heirlooms = inherited.filter((key) => isNothing(older[key]) && !isNothing(younger[key]));
  // What the younger had reached, the one call has reached.
  const answered = isLive(older) && isAnswered(younger) && !isAnswered(older);
  return {
    type: 'call',
    ids: younger.vendorIds,
    ...(Object.fromEntries(heirlooms.map((key) => [key, younger[key]])) as Partial<CallReport>),
    legs: [
      ...older.legs,
      ...younger.legs.filter((leg) => older.legs.every((each) => each.vendorId !== leg.vendorId)),
    ],
    remote: { ...younger.remote, ...older.remote },
    userData: { ...younger.userData, ...older.userData },
    mergedBy: 'vendor-ids',
    ...(answered && { state: 'active', muted: younger.muted }),
    ...(answered && younger.answeredAt !== undefined && { answeredAt: younger.answeredAt }),
  };
}
