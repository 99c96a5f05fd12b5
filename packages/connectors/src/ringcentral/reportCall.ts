import type { CallReport, Leg } from '@offhook/core';
import { defined } from './read.js';
import type { Sighting } from './sighting.js';
import { isGuess, stateAs, type TrackedCall } from './trackedCall.js';

/**
 * All ids that the client may know a call by, the most lasting one first: the session's, unless another call has it
 * already, and then that of our party in it. What was joined by number alone keeps to the ids that it had.
 */
export function idsOf(call: TrackedCall, calls: readonly TrackedCall[]): readonly string[] {
  const { ids, session, logged, parties, direction, leg } = call;
  // The log's number alone is shared by both ends when somebody calls themselves.
  const base = session ?? (logged && `${logged}/${direction}`);
  const candidates = base ? [base, ...parties] : [];
  const lasting =
    candidates.find((id) => ids.includes(id)) ??
    candidates.find((id) => !calls.some((each) => each.ids.includes(id)));
  const known = isGuess(call) ? [] : [lasting, leg].flatMap((id) => id ?? []);
  return [...new Set([...known, ...ids])];
}

/** What the client is to know of a call now, and what this sighting says beyond it. */
export function reportCall(call: TrackedCall, sighting?: Sighting): CallReport {
  const { ids, direction, state, remote, local, leg, logged } = call;
  const legs: Leg[] = [];
  // A leg that was lost is wherever the call is.
  const phone = call.phone === 'silent' ? state : stateAs(call.phone, direction);
  if (leg) legs.push({ vendorId: leg, kind: 'softphone', state: phone });
  // On another device it is where it is, or has gone on, without the web phone.
  const vendorId = call.parties.at(-1) ?? call.session ?? logged;
  if (vendorId && (!leg || (call.phone === 'ended' && call.open && call.answered))) {
    legs.push({ vendorId, kind: call.deskphone ? 'deskphone' : 'unknown', state });
  }
  return defined<CallReport>({
    type: 'call',
    ids,
    direction,
    state,
    remote,
    local,
    legs,
    startedAt: call.startedAt,
    ...sighting?.facts,
    userData: logged ? { sessionId: logged } : undefined,
  });
}
