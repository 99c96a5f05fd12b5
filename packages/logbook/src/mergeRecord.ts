import { defined } from './defined.js';
import { phases } from './facts.js';
import type { CallRecord, Chosen, LogRecord, MessageRecord, StoredRecording } from './record.js';
import { later, news } from './stamped.js';

/** Each tab reads its own clock: times this close, in milliseconds, are one moment that two of them saw. */
const oneMoment = 1_500;
const times = ['startedAt', 'answeredAt', 'endedAt', 'talkMs'] as const;

/** What is kept, with what more is known; the same reference when that is nothing, so that nothing is written. */
export function mergeRecord(last: LogRecord | undefined, next: LogRecord): LogRecord {
  if (last === undefined) return next;
  const merged = addFacts(last, next);
  // Plain data, whose keys stand in the order of `last`.
  if (JSON.stringify(merged) === JSON.stringify(last)) return last;
  if (merged.type !== 'call' || last.type !== 'call') return merged;
  if (merged.phase === 'start') return { ...merged, phase: 'update' };
  // A recording that comes when the rest is told is a step of its own.
  const late = merged.phase === 'final' && last.phase === 'final';
  return late && merged.recordings.length > last.recordings.length
    ? { ...merged, phase: 'recording' }
    : merged;
}

/** Two sets of facts as one. */
export function addFacts<T extends LogRecord>(last: T, next: LogRecord): T;
export function addFacts(last: LogRecord, next: LogRecord): LogRecord {
  if (last.type === 'call') return next.type === 'call' ? addCall(last, next) : last;
  return next.type === 'call' ? last : addMessages(last, next);
}

function addCall(last: CallRecord, next: CallRecord): CallRecord {
  // What is older or less certain only fills gaps.
  const over = <T extends object>(a: T, b: T): T =>
    next.weight >= last.weight ? { ...a, ...b } : { ...a, ...b, ...a };
  const phase = Math.max(phases.indexOf(last.phase), phases.indexOf(next.phase));
  return defined({
    ...over(last, next),
    ...(last.weight === next.weight && Object.fromEntries(times.flatMap((key) => moment(key, last, next)))),
    ...chosen(last, next),
    weight: Math.max(last.weight, next.weight),
    phase: phases[phase] ?? last.phase,
    vendorIds: union(last.vendorIds, next.vendorIds),
    remote: over(last.remote, next.remote),
    ...(last.local && next.local && { local: over(last.local, next.local) }),
    recordings: byId(last.recordings, next.recordings, addFile),
  });
}

/** The time that stood first, where the other is the same moment by another tab's clock. */
function moment(key: (typeof times)[number], last: CallRecord, next: CallRecord): [string, number][] {
  const before = last[key];
  return before !== undefined && Math.abs((next[key] ?? before) - before) < oneMoment ? [[key, before]] : [];
}

const addMessages = (last: MessageRecord, next: MessageRecord): MessageRecord =>
  defined({
    ...last,
    ...next,
    ...chosen(last, next),
    vendorIds: union(last.vendorIds, next.vendorIds),
    messages: byId(last.messages, next.messages, (before, message) => ({
      ...before,
      ...message,
      attachments: byId(before.attachments, message.attachments, addFile),
    })).sort((a, b) => a.at - b.at),
  });

const chosen = (last: Chosen, next: Chosen) => ({
  agentNote: later(last.agentNote, next.agentNote),
  // An empty note of a vendor that never had one says nothing.
  vendorNote: news(last.vendorNote, next.vendorNote, (note) => note || undefined),
  agentContact: later(last.agentContact, next.agentContact),
  vendorContact: news(last.vendorContact, next.vendorContact, ({ id, source }) => `${source} ${id}`),
  matched: last.matched ?? next.matched,
});

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

const addFile = (before: StoredRecording, after: StoredRecording): StoredRecording => ({
  ...before,
  ...after,
  ...(before.fetchable && { fetchable: Math.max(before.fetchable, after.fetchable ?? 0) }),
});

/** Both, each id once: what the later one says is added to it. */
function byId<T extends { readonly id: string }>(
  last: readonly T[],
  next: readonly T[],
  add: (before: T, after: T) => T,
): T[] {
  const all = new Map(last.map((each) => [each.id, each]));
  for (const each of next) {
    const before = all.get(each.id);
    all.set(each.id, before ? add(before, each) : each);
  }
  return [...all.values()];
}
