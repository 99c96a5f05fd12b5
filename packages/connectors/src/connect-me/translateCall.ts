import {
  sameNumber,
  type CallReport,
  type CallState,
  type Leg,
  type Party,
  type Report,
} from '@offhook/core';
import { partnerOf, trueCallOf } from './merging.js';
import { defined, fields, text } from '../read.js';
import { reportBeginning, reportCall } from './reportCall.js';
import {
  findLeg,
  freeId,
  idsOf,
  isLater,
  isLiveLeg,
  stateOf,
  type Moment,
  type TrackedCall,
  type TrackedLeg,
} from './trackedCall.js';
import type { NewSession, SessionUpdate } from './wire.js';

/** The calls that live after a frame, and what the client is to know of them. */
export interface TranslatedCalls {
  readonly calls: readonly TrackedCall[];
  readonly reports: readonly Report[];
}

/** How long a widget that was started anew may take to mention a call again, in milliseconds. */
const doubtMs = 5_000;

/** How long the second phone may ring on after the conversation on the first is over, in milliseconds. */
const echoMs = 2_000;

const kinds: Readonly<Partial<Record<string, Leg['kind']>>> = {
  SipSession: 'softphone',
  UepChannelSession: 'deskphone',
};

/** What the widget's word for a state means, which for `calling` depends on who calls. */
function meaning(status: unknown, incoming: boolean): CallState | undefined {
  if (status === 'calling') return incoming ? 'ringing' : 'dialing';
  if (status === 'ringing') return 'ringing';
  if (status === 'confirmed') return 'active';
  return status === 'terminated' ? 'ended' : undefined;
}

const replaced = (
  calls: readonly TrackedCall[],
  before: TrackedCall,
  ...after: readonly TrackedCall[]
): readonly TrackedCall[] => calls.flatMap((each) => (each === before ? after : each));

/**
 * Legs that were taken for one call prove to be two calls': two were answered, or one rings on when the talk on the
 * other is over. Those that leave go to the call that they belong to, if they were paired across; else they are one.
 */
function separate(
  calls: readonly TrackedCall[],
  before: TrackedCall,
  call: TrackedCall,
  { rule }: Moment,
): TranslatedCalls {
  const { direction, remote, legs } = call;
  const [named] = legs;
  const talks = legs.filter(({ answeredAt, state }) => answeredAt && state !== 'ended');
  // The id by which the client knows a call can't leave it.
  const leaving = talks.length > 1 ? talks.filter((leg) => leg !== named).slice(-1) : legs.filter(isLiveLeg);
  const staying = legs.filter((leg) => !leaving.includes(leg));
  const [first] = leaving;
  if (!named || !first) return { calls, reports: [] };
  const isOver = leaving.includes(named);
  const others = calls.filter((each) => each !== before);
  const truly = rule && trueCallOf(others, first, remote, rule);
  const mergedBy = 'same-number';
  const own = { direction, remote, legs: leaving, ...(leaving.length > 1 && { mergedBy }) };
  const placed: TrackedCall = truly ? { ...truly, legs: [...truly.legs, ...leaving], mergedBy } : own;
  const ids = [...(truly ? idsOf(truly).slice(0, 1) : []), ...idsOf(own)];
  const left: TrackedCall = { direction, remote, legs: staying, ...(staying.length > 1 && { mergedBy }) };
  const report = (truly ? reportCall : reportBeginning)(placed, isOver ? { ids } : { ids, apart: true });
  // If its name has to leave, the call must be over first.
  const reports = isOver ? [reportCall(left, { ids: idsOf(call) }), report] : [report, reportCall(left)];
  const alive = [left, placed].filter((each) => stateOf(each) !== 'ended');
  return { calls: [...others.filter((each) => each !== truly), ...alive], reports };
}

/** One leg moves on, and the call with it as far as that follows. */
function move(
  calls: readonly TrackedCall[],
  before: TrackedCall,
  leg: TrackedLeg,
  state: CallState,
  moment: Moment,
  more?: Partial<CallReport>,
): TranslatedCalls {
  const moved: TrackedLeg = {
    ...leg,
    state,
    doubtedUntil: undefined,
    ...(state === 'active' && { answeredAt: leg.answeredAt ?? moment.at }),
  };
  const call = {
    ...before,
    legs: before.legs.map((each) => (each.vendorId === leg.vendorId ? moved : each)),
  };
  const isSecond = call.legs.some((each) => each !== moved && each.answeredAt);
  if (state === 'active' && isSecond) return separate(calls, before, call, moment);
  if (!call.legs.some(isLiveLeg))
    return { calls: replaced(calls, before), reports: [reportCall(call, more)] };
  const isTalkOver = state === 'ended' && moved.answeredAt !== undefined;
  const next = isTalkOver ? { ...call, dueAt: moment.now + echoMs } : call;
  return { calls: replaced(calls, before, next), reports: [reportCall(next)] };
}

/** A session that the widget tells of as new: a new call, a call's second leg, or one that it tells of again. */
export function beginSession(
  calls: readonly TrackedCall[],
  frame: NewSession,
  moment: Moment,
): TranslatedCalls {
  const { id, incoming } = frame;
  const { now, at, rule } = moment;
  const { displayName, uri } = fields(frame['remoteIdentity']);
  const remote = defined<Party>({ number: text(fields(uri)['user']), name: text(displayName) });
  const direction = incoming ? 'inbound' : 'outbound';
  const kind = kinds[String(text(frame['type']))] ?? 'unknown';
  const state = meaning(frame['status'], incoming) ?? (incoming ? 'ringing' : 'dialing');
  const reports: Report[] = [];
  const found = findLeg(calls, id);
  if (found) {
    const { call, leg } = found;
    const numbers = [call.remote.number, remote.number].filter((number) => number !== undefined);
    const isSame = numbers.length < 2 || numbers[0] === numbers[1] || sameNumber(numbers[0], numbers[1]);
    if (isSame && leg.kind === kind && call.direction === direction) {
      const known = { ...call, remote: { ...call.remote, ...remote } };
      return move(
        replaced(calls, call, known),
        known,
        leg,
        isLater(state, leg.state) ? state : leg.state,
        moment,
      );
    }
    // The number of a session goes to another one only when the first is gone.
    const gone = move(calls, call, leg, 'ended', moment, unknown);
    calls = gone.calls;
    reports.push(...gone.reports);
  }
  if (state === 'ended') return { calls, reports };
  const leg: TrackedLeg = {
    id,
    vendorId: freeId(calls, id),
    kind,
    state,
    begunAt: now,
    startedAt: at,
    ...(state === 'active' && { answeredAt: at }),
  };
  const partner = rule && incoming ? partnerOf(calls, leg, remote, rule) : undefined;
  const call: TrackedCall = partner
    ? {
        ...partner,
        remote: { ...remote, ...partner.remote },
        legs: [...partner.legs, leg],
        mergedBy: 'same-number',
      }
    : { direction, remote, legs: [leg] };
  return {
    calls: partner ? replaced(calls, partner, call) : [...calls, call],
    reports: [...reports, reportCall(call)],
  };
}

const unknown: Partial<CallReport> = { endReason: 'unknown', endReasonFrom: 'inferred' };

/** A session has moved on. */
export function updateSession(
  calls: readonly TrackedCall[],
  { id, status, event }: SessionUpdate,
  moment: Moment,
): TranslatedCalls {
  const found = findLeg(calls, id);
  const state = found && meaning(status, found.call.direction === 'inbound');
  if (!state) return { calls, reports: [{ type: 'protocol.unknown', name: event }] };
  const { call, leg } = found;
  if (!isLater(leg.state, state)) return move(calls, call, leg, state, moment);
  // A step back. The client says so, unless the other leg is what the call's state comes from.
  return { calls, reports: call.legs.length > 1 ? [] : [reportCall(call, { state })] };
}

/** The widget was started anew: its calls may have gone with it, and nothing but silence would tell. */
export const doubt = (calls: readonly TrackedCall[], now: number): readonly TrackedCall[] =>
  calls.map((call) => ({
    ...call,
    legs: call.legs.map((leg) => (isLiveLeg(leg) ? { ...leg, doubtedUntil: now + doubtMs } : leg)),
  }));

/** When something is due though no frame comes; monotonic milliseconds, infinity for never. */
export const dueAt = ({ dueAt: due = Infinity, legs }: TrackedCall): number =>
  Math.min(due, ...legs.map(({ doubtedUntil = Infinity }) => doubtedUntil));

/** What time alone has decided. */
export function settle(calls: readonly TrackedCall[], moment: Moment): TranslatedCalls {
  let now = calls;
  const reports: Report[] = [];
  const take = (next: TranslatedCalls): void => {
    now = next.calls;
    reports.push(...next.reports);
  };
  for (const { legs } of calls) {
    for (const { id, doubtedUntil = Infinity } of legs) {
      const found = doubtedUntil <= moment.now ? findLeg(now, id) : undefined;
      if (found) take(move(now, found.call, found.leg, 'ended', moment, unknown));
    }
  }
  for (const call of now) if ((call.dueAt ?? Infinity) <= moment.now) take(separate(now, call, call, moment));
  return { calls: now, reports };
}
