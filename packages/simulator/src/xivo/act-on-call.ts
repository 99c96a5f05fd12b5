import { ControlError } from '../control-error.js';
import { connectCall, endCall, holdCall } from './call-desk.js';
import { isConnected, isDialing, isRinging, stateOf, type XivoCall } from './call.js';
import type { XivoSession } from './session.js';

export type CallAction = 'answer' | 'reject' | 'cancel' | 'hangup' | 'hold' | 'resume' | 'busy' | 'fail';

interface Rule {
  readonly fits: (call: XivoCall) => boolean;
  readonly act: (session: XivoSession, call: XivoCall) => void;
}

const always = () => true;
const never: Rule = { fits: () => false, act: () => {} };

/** What the other end can do to a call. Every way to end it is a release. */
const remote: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isDialing, act: connectCall },
  reject: { fits: isDialing, act: endCall },
  busy: { fits: isDialing, act: endCall },
  fail: { fits: always, act: endCall },
  cancel: { fits: isRinging, act: endCall },
  hangup: { fits: (call) => isRinging(call) || isConnected(call), act: endCall },
  hold: {
    fits: (call) => isConnected(call) && !call.remoteHeld,
    act: (_session, call) => void (call.remoteHeld = true),
  },
  resume: {
    fits: (call) => isConnected(call) && call.remoteHeld,
    act: (_session, call) => void (call.remoteHeld = false),
  },
};

/** What the agent can do to it, by hand in the desktop. */
const agent: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isRinging, act: connectCall },
  reject: { fits: isRinging, act: endCall },
  cancel: { fits: isDialing, act: endCall },
  hangup: { fits: always, act: endCall },
  hold: {
    fits: (call) => isConnected(call) && !call.held,
    act: (session, call) => holdCall(session, call, true),
  },
  resume: {
    fits: (call) => isConnected(call) && call.held,
    act: (session, call) => holdCall(session, call, false),
  },
  busy: never,
  fail: never,
};

/** Works a call from the control API; an act that doesn't fit the call's state is an error there. */
export function actOnCall(
  session: XivoSession,
  id: string,
  by: 'remote' | 'agent',
  action: CallAction,
): void {
  const call = session.calls.get(id);
  if (!call) throw new ControlError(404, 'unknown-call', `No live call has the id "${id}".`);
  const rule = (by === 'remote' ? remote : agent)[action];
  if (!rule.fits(call)) {
    const side = by === 'remote' ? 'The other end' : 'The agent';
    const state = `${call.direction}, ${stateOf(call)}`;
    throw new ControlError(409, 'invalid-state', `${side} can't ${action} this call now (${state}).`);
  }
  rule.act(session, call);
  session.touch();
}
