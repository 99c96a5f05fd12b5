import { ControlError } from '../control-error.js';
import { isConnected, isDialing, isRinging, type SimCall } from './call.js';
import { connectCall, endCall, holdCall, remoteHold, resumeCall } from './call-desk.js';
import type { RingCentralSession } from './session.js';

export type CallAction = 'answer' | 'reject' | 'cancel' | 'hangup' | 'hold' | 'resume' | 'busy' | 'fail';

type Act = (session: RingCentralSession, call: SimCall) => void;
interface Rule {
  readonly fits: (call: SimCall) => boolean;
  readonly act: Act;
}

/** What the other end can do to a call. */
const remote: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isDialing, act: connectCall },
  reject: { fits: isDialing, act: (session, call) => endCall(session, call, 'reject') },
  busy: { fits: isDialing, act: (session, call) => endCall(session, call, 'busy') },
  fail: {
    fits: (call) => call.endedAt === undefined,
    act: (session, call) => endCall(session, call, 'fail'),
  },
  cancel: { fits: isRinging, act: (session, call) => endCall(session, call, 'cancel') },
  hangup: {
    fits: (call) => isRinging(call) || isConnected(call),
    act: (session, call) => endCall(session, call, isRinging(call) ? 'cancel' : 'remote-hangup'),
  },
  hold: {
    fits: (call) => isConnected(call) && !call.remoteHeld,
    act: (session, call) => remoteHold(session, call, true),
  },
  resume: {
    fits: (call) => isConnected(call) && call.remoteHeld,
    act: (session, call) => remoteHold(session, call, false),
  },
};

const never = () => false;

/** What the agent can do to it, by hand in the widget. */
const agent: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isRinging, act: connectCall },
  reject: { fits: isRinging, act: (session, call) => endCall(session, call, 'reject') },
  cancel: { fits: isDialing, act: (session, call) => endCall(session, call, 'cancel') },
  hangup: {
    fits: (call) => call.endedAt === undefined,
    act: (session, call) =>
      endCall(session, call, isRinging(call) ? 'reject' : isDialing(call) ? 'cancel' : 'hangup'),
  },
  hold: { fits: (call) => isConnected(call) && !call.held, act: holdCall },
  resume: { fits: (call) => isConnected(call) && call.held, act: resumeCall },
  busy: { fits: never, act: () => {} },
  fail: { fits: never, act: () => {} },
};

/** Works a call from the control API; an act that doesn't fit the call's state is an error there. */
export function actOnCall(
  session: RingCentralSession,
  id: string,
  by: 'remote' | 'agent',
  action: CallAction,
): void {
  const call = session.calls.get(id);
  if (!call) throw new ControlError(404, 'unknown-call', `No live call has the id "${id}".`);
  const rule = (by === 'remote' ? remote : agent)[action];
  if (!rule.fits(call)) {
    const side = by === 'remote' ? 'The other end' : 'The agent';
    throw new ControlError(
      409,
      'invalid-state',
      `${side} can't ${action} this call now (${call.direction}, ${call.status}).`,
    );
  }
  rule.act(session, call);
  session.touch();
}
