import { askService } from './ask-service.js';
import { createCall, isConnected, type CallStart, type XivoCall } from './call.js';
import { addEvent } from './event-log.js';
import { advancePane } from './pane-desk.js';
import { liveCalls, type XivoSession } from './session.js';

/** The desktop remembers so many calls. */
const RECENT_CALLS = 30;

function begin(session: XivoSession, start: CallStart): XivoCall {
  const call = createCall(session.newLinkedId(), session.ids.uuid(), session.clock.now(), start);
  session.calls.set(call.id, call);
  return call;
}

/** An inbound call reaches the agent, and the web service is asked about it. */
export function ringCall(session: XivoSession, start: Omit<CallStart, 'direction'>): XivoCall {
  const call = begin(session, { ...start, direction: 'inbound' });
  addEvent(session, `EventRinging: call from ${call.remote.number}`);
  askService(session, call);
  return call;
}

/** The agent dials. Nothing rings here, so nobody is asked. */
export function dialCall(session: XivoSession, start: Omit<CallStart, 'direction'>): XivoCall {
  holdOthers(session);
  const call = begin(session, { ...start, direction: 'outbound' });
  addEvent(session, `Dialling ${call.remote.number}`);
  return call;
}

/** One call speaks at a time. */
function holdOthers(session: XivoSession, except?: XivoCall): void {
  for (const call of liveCalls(session)) if (call !== except && isConnected(call)) call.held = true;
}

/** The agent answers, or the other end of an outbound call does. */
export function connectCall(session: XivoSession, call: XivoCall): void {
  holdOthers(session, call);
  call.answeredAt = session.clock.now();
  addEvent(session, `EventEstablished: call with ${call.remote.number}`);
  advancePane(session, call);
}

export function holdCall(session: XivoSession, call: XivoCall, held: boolean): void {
  if (!isConnected(call)) return;
  if (!held) holdOthers(session, call);
  call.held = held;
}

export function endCall(session: XivoSession, call: XivoCall): void {
  if (call.endedAt !== undefined) return;
  call.endedAt = session.clock.now();
  session.calls.delete(call.id);
  addEvent(session, `EventReleased: call with ${call.remote.number}`);
  const { id, direction, createdAt: at, answeredAt, remote } = call;
  const ended = { id, direction, ...remote, at, answered: answeredAt !== undefined };
  session.state.recent = [ended, ...session.state.recent].slice(0, RECENT_CALLS);
  advancePane(session, call);
}
