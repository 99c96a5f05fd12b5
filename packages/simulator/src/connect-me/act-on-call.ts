import { ControlError } from '../control-error.js';
import { connectCall, endCall, setHeld } from './call-desk.js';
import { isConnected, isDialing, isLive, isOver, isRinging, type Leg, type SimCall } from './call.js';
import { liveCalls, type ConnectMeSession } from './session.js';

export type CallAction = 'answer' | 'reject' | 'cancel' | 'hangup' | 'hold' | 'resume' | 'busy' | 'fail';

interface Rule {
  readonly fits: (call: SimCall) => boolean;
  readonly act: (session: ConnectMeSession, call: SimCall, leg: Leg) => void;
}

const never: Rule = { fits: () => false, act: () => {} };
const canHold = (held: boolean) => (call: SimCall) => isConnected(call) && call.held !== held;

/** What the other end can do to a call. Why a call ended, the wire doesn't say: busy looks like rejected. */
const remote: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isDialing, act: connectCall },
  reject: { fits: isDialing, act: endCall },
  busy: { fits: isDialing, act: endCall },
  fail: { fits: (call) => !isOver(call), act: endCall },
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

/** What the agent can do, by hand in the widget or at the desk phone. */
const agent: Readonly<Record<CallAction, Rule>> = {
  answer: { fits: isRinging, act: connectCall },
  reject: { fits: isRinging, act: endCall },
  cancel: { fits: isDialing, act: endCall },
  hangup: { fits: (call) => !isOver(call), act: endCall },
  hold: { fits: canHold(true), act: (session, call) => setHeld(session, call, true) },
  resume: { fits: canHold(false), act: (session, call) => setHeld(session, call, false) },
  busy: never,
  fail: never,
};

function findLeg(session: ConnectMeSession, id: string): { call: SimCall; leg: Leg } | undefined {
  for (const call of liveCalls(session)) {
    const leg = call.legs.find((one) => isLive(one) && String(one.id) === id);
    if (leg) return { call, leg };
  }
  return undefined;
}

/** Works a call from the control API; an act that doesn't fit the call's state is an error there. */
export function actOnCall(
  session: ConnectMeSession,
  id: string,
  by: 'remote' | 'agent',
  action: CallAction,
): void {
  const found = findLeg(session, id);
  if (!found) throw new ControlError(404, 'unknown-call', `No live call has the id "${id}".`);
  const { call, leg } = found;
  const rule = (by === 'remote' ? remote : agent)[action];
  if (!rule.fits(call)) {
    const side = by === 'remote' ? 'The other end' : 'The agent';
    throw new ControlError(
      409,
      'invalid-state',
      `${side} can't ${action} this call now (${call.direction}, ${leg.status}).`,
    );
  }
  rule.act(session, call, leg);
  session.touch();
}
