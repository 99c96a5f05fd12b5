import { broadcast } from './broadcast.js';
import { callFrame, type CallEvent } from './call-frame.js';
import { createCall, isConnected, type CallStart, type KunziteCall } from './call.js';
import { liveCalls, type KunziteSession } from './session.js';

/** The softphone remembers so many calls. */
const RECENT_CALLS = 30;

const tell = (session: KunziteSession, event: CallEvent, call: KunziteCall): void =>
  broadcast(session, callFrame(session, event, call));

function begin(session: KunziteSession, event: CallEvent, start: CallStart): KunziteCall {
  const call = createCall(session.ids, session.clock.now(), start);
  session.calls.set(call.id, call);
  tell(session, event, call);
  return call;
}

/** An inbound call reaches the agent. */
export const ringCall = (session: KunziteSession, start: Omit<CallStart, 'direction'>): KunziteCall =>
  begin(session, 'ringing', { ...start, direction: 'inbound' });

/** The agent dials. */
export function dialCall(session: KunziteSession, start: Omit<CallStart, 'direction'>): KunziteCall {
  holdOthers(session);
  return begin(session, 'calling', { ...start, direction: 'outbound' });
}

/** One call speaks at a time; the softphone holds the others, and its host never hears of it. */
function holdOthers(session: KunziteSession, except?: KunziteCall): void {
  for (const call of liveCalls(session)) if (call !== except && isConnected(call)) call.held = true;
}

/** The agent answers, or the other end of an outbound call does. */
export function connectCall(session: KunziteSession, call: KunziteCall): void {
  holdOthers(session, call);
  call.answeredAt = session.clock.now();
  tell(session, 'accepted', call);
}

/** Hold is the softphone's own matter: nothing is posted. */
export function holdCall(session: KunziteSession, call: KunziteCall, held: boolean): void {
  if (!isConnected(call)) return;
  if (!held) holdOthers(session, call);
  call.held = held;
}

/** Whoever ended it and why, the frame is the same: it has no reason. */
export function endCall(session: KunziteSession, call: KunziteCall): void {
  if (call.endedAt !== undefined) return;
  call.endedAt = session.clock.now();
  session.calls.delete(call.id);
  tell(session, 'terminated', call);
  const { id, direction, createdAt: at, answeredAt, remote } = call;
  const ended = { id, direction, ...remote, at, answered: answeredAt !== undefined };
  session.state.recent = [ended, ...session.state.recent].slice(0, RECENT_CALLS);
}
