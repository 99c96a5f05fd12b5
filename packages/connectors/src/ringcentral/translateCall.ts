import type { CallReport } from '@offhook/core';
import { findCall } from './findCall.js';
import { idsOf, reportCall } from './reportCall.js';
import { isAnswered, isLive, type Sighting } from './sighting.js';
import { isGuess, stateAs, type TrackedCall } from './trackedCall.js';
import { verdict } from './verdict.js';

/** How long a call that a stream has lost may stay unmentioned by the others, in milliseconds. */
export const silenceMs = 2_000;

/** How many calls are remembered, to know the late frames of ended ones by. */
const kept = 500;

type Calls = readonly TrackedCall[];

/** The calls as they are now, and what to tell of them. */
export interface TranslatedCalls {
  readonly calls: Calls;
  readonly reports: readonly CallReport[];
}

/** The call with what this sighting says of it, before anything follows from that. */
function learn(call: TrackedCall, sighting: Sighting): TrackedCall {
  const { phase, leg, session, party, caller, callee } = sighting;
  const { parties, presence, state } = call;
  const [remote, local] = call.direction === 'inbound' ? [caller, callee] : [callee, caller];
  return {
    ...call,
    leg: leg ?? call.leg,
    open: sighting.open ?? call.open,
    named: call.named || !!(leg && session),
    session: call.session ?? session,
    logged: call.logged ?? sighting.logged,
    startedAt: call.startedAt ?? sighting.startedAt,
    deskphone: sighting.deskphone || call.deskphone,
    parties: !party || parties.includes(party) ? parties : [...parties, party],
    remote: { ...call.remote, ...remote },
    local: { ...call.local, ...local },
    answered: call.answered || (state !== 'ended' && (isAnswered(phase) || !!sighting.facts?.answeredAt)),
    // What presence had lost is found again.
    presence: isLive(phase) && presence === 'silent' ? undefined : presence,
    [sighting.stream]: phase,
  };
}

/**
 * Why a call has ended, as far as a stream says so, even late. If one says late that somebody answered it after all,
 * that can only have been on another device, unless it is the web phone that says so.
 */
function reasonOf(call: TrackedCall, { reason, phase, leg, facts }: Sighting): Partial<CallReport> {
  if (reason) return { endReason: reason };
  const late = !call.answered && (isAnswered(phase) || facts?.answeredAt);
  return late && (leg || call.direction === 'inbound')
    ? { endReason: leg ? 'completed' : 'answered-elsewhere', endReasonFrom: 'inferred' }
    : {};
}

/** Whether a call has been silent for too long. */
export const isDue = ({ dueAt = Infinity }: TrackedCall, now: number): boolean => dueAt <= now;

/** Draws the conclusions for one call, and tells them: of what a frame says of it, or of its time that is up. */
export function settle(calls: Calls, known: TrackedCall, now: number, sighting?: Sighting): TranslatedCalls {
  const { state, waits } = verdict(isDue(known, now) ? { ...known, state: 'ended' } : known);
  const dueAt = waits ? (known.dueAt ?? now + silenceMs) : undefined;
  const call: TrackedCall = { ...known, state, dueAt, ids: idsOf(known, calls) };
  const report = reportCall(call, sighting);
  const reason = sighting && state === 'ended' && reasonOf(known, sighting);
  // What was answered in between is told as active first.
  const rang = known.ids[0] && known.answered && known.state === stateAs('waiting', known.direction);
  return {
    calls: calls.map((each) => (each === known ? call : each)).slice(-kept),
    reports: [
      ...(rang && state !== 'active' ? [{ ...report, state: 'active' } as const] : []),
      { ...report, ...reason },
    ],
  };
}

/** Takes in what one frame says of one call. Pure: `now` is monotonic milliseconds. */
export function translateCall(calls: Calls, sighting: Sighting, now: number): TranslatedCalls {
  const { leg, session, direction, phase, listed } = sighting;
  const state = stateAs('waiting', direction);
  const fresh: TrackedCall = { direction, state, ids: [], parties: [], remote: {}, local: {} };
  const found = findCall(calls, sighting);
  if (!found) return { calls, reports: [] };
  const call = found === 'new' ? fresh : found;

  // A step back in the web phone's own stream, which doesn't lag behind itself: told, for the client to refuse.
  const { phone, ids } = call;
  if (leg && call.leg === leg && !listed && isLive(phase)) {
    if (phone === 'ended' || (phase === 'waiting' && isAnswered(phone))) {
      return { calls, reports: [{ type: 'call', ids, state: stateAs(phase, direction) }] };
    }
  }

  // What was joined by number alone are two calls, if the web phone names another session. The half that the client
  // knows stays; the other comes anew, presence with its next frame. (What is new is no known call already.)
  const names = found !== 'new' && leg && session && session !== call.session;
  const two = names && isGuess(call);
  const left = two && ids[0] !== leg ? { ...call, leg: undefined, phone: undefined } : undefined;
  const mine = left ? fresh : two ? { ...fresh, ids } : call;
  // What the client knows as another call, and the session that the web phone now names proves to be this one. The
  // client merges them when it is told their ids together.
  const twin = calls.find(
    (each) => names && !each.leg && each.direction === direction && each.session === session,
  );
  const known = learn(twin ? { ...twin, ids: [...mine.ids, ...twin.ids] } : mine, sighting);
  const next = calls.flatMap((each) => (each === twin ? [] : each === call ? (left ?? known) : each));
  return settle(next.includes(known) ? next : [...next, known], known, now, sighting);
}
