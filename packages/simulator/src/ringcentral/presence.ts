import { broadcast } from './broadcast.js';
import type { SimCall, TelephonyStatus } from './call.js';
import { logPhase } from './call-logger.js';
import type { Frame } from '../frame.js';
import { activeCall, telephonySession, telephonyStatusOf } from './presence-frame.js';
import { activeTab, liveCalls, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

/** Presence and telephony sessions come from the vendor's push service, so they lag behind the web phone. */
const TELEPHONY_LAG_MS = 20;
const PRESENCE_LAG_MS = 40;

export function presenceFrame(session: RingCentralSession): Frame {
  const { signedIn, userStatus, dndStatus, toldTelephonyStatus } = session.state;
  if (!signedIn) {
    return {
      type: 'rc-adapter-syncPresence',
      telephonyStatus: null,
      userStatus: null,
      dndStatus: null,
      presenceOption: null,
    };
  }
  return {
    type: 'rc-adapter-syncPresence',
    telephonyStatus: toldTelephonyStatus,
    userStatus,
    dndStatus,
    presenceOption: presenceOption(userStatus, dndStatus),
  };
}

function presenceOption(userStatus: string, dndStatus: string): string {
  return dndStatus === 'DoNotAcceptAnyCalls' ? 'DoNotDisturb' : userStatus;
}

/** The presence stream's frame for a call; ringout calls have one of their own besides. */
export function activeCallFrames(session: RingCentralSession, call: SimCall): Frame[] {
  const payload = activeCall(call);
  const frames: Frame[] = [{ type: 'rc-active-call-notify', call: payload }];
  if (session.state.calling.callWith === 'ringout' && call.direction === 'Outbound') {
    frames.push({
      type: 'rc-ringout-call-notify',
      call: { ...payload, sipData: { toTag: null, fromTag: null } },
    });
  }
  return frames;
}

function hearsPresence(session: RingCentralSession, tab: Tab): boolean {
  return !tab.flags.disableInactiveTabCallEvent || activeTab(session) === tab;
}

/** Tells the presence and telephony streams where a call stands now, each after its lag. */
export function tellPresence(session: RingCentralSession, call: SimCall, status: TelephonyStatus): void {
  const changed = status !== call.telephonyStatus;
  call.telephonyStatus = status;
  tellTelephonySession(session, call);
  if (!changed) return;
  const snapshot: SimCall = { ...call };
  const overall = telephonyStatusOf(liveCalls(session));
  session.timers.after(PRESENCE_LAG_MS, () => {
    if (session.state.toldTelephonyStatus !== overall) {
      session.state.toldTelephonyStatus = overall;
      broadcast(session, presenceFrame(session));
    }
    for (const frame of activeCallFrames(session, snapshot)) {
      broadcast(session, (tab) => (hearsPresence(session, tab) ? frame : undefined));
    }
    logPhase(session, snapshot);
  });
}

/** The telephony session also tells of what presence doesn't: mute, recording, the other side's hold. */
export function tellTelephonySession(session: RingCentralSession, call: SimCall): void {
  const frame: Frame = { type: 'rc-telephony-session-notify', telephonySession: telephonySession(call) };
  session.timers.after(TELEPHONY_LAG_MS, () => broadcast(session, frame));
}
