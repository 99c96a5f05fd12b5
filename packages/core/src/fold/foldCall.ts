import type { CallReport } from '../model/report.js';
import { isAnswered, type Call, type CallState } from '../model/call.js';
import type { CommandType } from '../model/command.js';
import { noMatch } from '../model/contact.js';
import type { EventBody } from '../model/event.js';
import { notLogged } from '../model/log.js';
import { firstDurations, runOn, vendorDurations } from './durations.js';
import { inferEndReason } from './endReason.js';
import { merge } from './same.js';

/** What the fold must be told, since it is pure. */
export interface CallContext {
  /** The id of a call that is new. */
  readonly id: string;
  readonly connector: string;
  /** Wall-clock milliseconds. */
  readonly now: number;
  /** Monotonic milliseconds. */
  readonly monotonic: number;
  /** The command on this call that is under way. */
  readonly intent?: CommandType | undefined;
}

/** The call as it is now (the same reference when nothing changed), and what to tell. */
export interface FoldedCall {
  readonly call: Call | undefined;
  readonly events: readonly EventBody[];
}

const steps: Record<CallState, readonly CallState[]> = {
  dialing: ['ringing', 'active', 'ended'],
  ringing: ['active', 'ended'],
  active: ['held', 'ended'],
  held: ['active', 'ended'],
  ended: [],
};

/** Facts taken over as they are. The late ones may still be learnt of a call that has ended. */
const lateFacts = ['legs', 'participants', 'queue', 'team', 'sipCallId', 'linkedId', 'recordings'] as const;
const liveFacts = [
  'direction',
  'muted',
  'recording',
  'reconnecting',
  'ending',
  'startedAt',
  'answeredAt',
  'mergedBy',
] as const;
const isLateFact: ReadonlySet<string> = new Set(lateFacts);
const isFact: ReadonlySet<string> = new Set([...lateFacts, ...liveFacts]);

type Mutable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** The facts that a report has: it names few of all that there are. */
function factsOf(report: CallReport, late: boolean): Mutable<Call> {
  const told: Record<string, unknown> = {};
  for (const key in report) {
    const value: unknown = report[key as keyof CallReport];
    if (value !== undefined && (late ? isLateFact : isFact).has(key)) told[key] = value;
  }
  return told;
}

/** Folds one report into one call. The state moves only along the model's steps; `ended` is final. */
export function foldCall(call: Call | undefined, report: CallReport, context: CallContext): FoldedCall {
  const state = report.state ?? call?.state;
  // Facts about a call that nobody knows.
  if (state === undefined) return { call, events: [] };
  const moved = state !== call?.state;
  if (call !== undefined && moved && !steps[call.state].includes(state)) {
    return { call, events: [{ type: 'protocol.violation', callId: call.id, from: call.state, to: state }] };
  }
  const { now, monotonic } = context;
  const base = call ?? blank(report, state, context);
  const late = call?.state === 'ended';
  const patch = factsOf(report, late);
  patch.vendorIds = known(base.vendorIds, report.ids);
  if (report.userData !== undefined) patch.userData = merge(base.userData, report.userData);
  if (base.answeredAt !== undefined) patch.answeredAt = base.answeredAt;
  if (!late) {
    patch.state = state;
    if (report.remote !== undefined) patch.remote = merge(base.remote, report.remote);
    if (report.local !== undefined) patch.local = merge(base.local ?? {}, report.local);
    patch.onHoldBy = state === 'held' ? (report.onHoldBy ?? base.onHoldBy ?? 'local') : undefined;
  }
  if (moved) {
    // A call that was there before us began when the vendor says; one that moves now does so now.
    const since = call === undefined ? base.startedAt : now;
    if (state === 'ringing') patch.ringingAt = since;
    else if (state === 'ended') patch.endedAt = report.endedAt ?? now;
    else if (state !== 'dialing') patch.answeredAt ??= since;
  }
  let next = merge(base, patch);
  let { durations } = next;
  if (call === undefined) durations = firstDurations(next, now, monotonic);
  else if (moved) durations = runOn(call, monotonic);
  durations = vendorDurations(durations, report.durations, monotonic);
  if (durations !== next.durations) next = { ...next, durations };
  if (state === 'ended') next = merge(next, ending(next, report, moved, context));
  return { call: next, events: next === call ? [] : told(call, next) };
}

/** Why it ended: what the vendor says, at the end or later, in place of what we had to guess. */
function ending(call: Call, report: CallReport, moved: boolean, context: CallContext): Mutable<Call> {
  const { endReason, endReasonFrom = 'vendor' } = report;
  if (call.state !== 'ended' || (!moved && (endReason === undefined || call.endReasonFrom !== 'inferred')))
    return {};
  return endReason === undefined
    ? { endReason: inferEndReason(call, context.intent), endReasonFrom: 'inferred' }
    : { endReason, endReasonFrom };
}

function told(before: Call | undefined, call: Call): readonly EventBody[] {
  const { state, muted } = call;
  const events: EventBody[] = [];
  if (before === undefined) events.push({ type: 'call.added', call });
  if (before?.state !== state) {
    events.push({
      type:
        before !== undefined && isAnswered(before) && state === 'active' ? 'call.resumed' : `call.${state}`,
      call,
    });
  }
  if (before !== undefined && before.muted !== muted)
    events.push({ type: muted ? 'call.muted' : 'call.unmuted', call });
  return events.length > 0 ? events : [{ type: 'call.updated', call }];
}

function blank(report: CallReport, state: CallState, { id, connector, now }: CallContext): Call {
  return {
    id,
    connector,
    vendorIds: report.ids,
    legs: [],
    direction: 'inbound',
    state,
    muted: false,
    remote: {},
    participants: [],
    match: noMatch,
    startedAt: report.startedAt ?? report.answeredAt ?? now,
    durations: { waitMs: 0, talkMs: 0, totalMs: 0, source: 'host', asOf: 0 },
    linked: [],
    userData: {},
    recordings: [],
    log: notLogged,
  };
}

/** The ids known before, and behind them the new ones. */
const known = (before: readonly string[], told: readonly string[]): readonly string[] =>
  told.every((id) => before.includes(id)) ? before : [...new Set([...before, ...told])];
