import { broadcast } from './broadcast.js';
import {
  createCall,
  isConnected,
  isDialing,
  isRinging,
  type EndCause,
  type RemoteParty,
  type SimCall,
} from './call.js';
import { closeCallLog } from './call-logger.js';
import { contactMatchOf, matchNumbers } from './contact-matcher.js';
import { tellPresence, tellTelephonySession } from './presence.js';
import { navigateAll } from './route.js';
import { activeTab, liveCalls, type RingCentralSession } from './session.js';
import { webphoneCall } from './webphone-frame.js';

/** Time from sending an outbound call to the first response of the other end. */
const FIRST_RESPONSE_MS = 120;
/** The dialer is busy this long while it sets up an outbound call. */
const DIALER_BUSY_MS = 220;
/** The vendor tells twice of the end of a call that nobody answered. */
const SECOND_END_MS = 2;

type CallEvent = 'ring' | 'init' | 'start' | 'hold' | 'resume' | 'mute' | 'end';

function tellCall(session: RingCentralSession, event: CallEvent, call: SimCall): void {
  if (!call.webphone) return;
  const snapshot: SimCall = { ...call };
  broadcast(session, (tab) => ({
    type: `rc-call-${event}-notify`,
    call: webphoneCall(snapshot, contactMatchOf(tab, call.remote.number)),
  }));
}

function tellRingState(session: RingCentralSession): void {
  const ringing = liveCalls(session).some((call) => call.webphone && isRinging(call));
  broadcast(session, { type: 'rc-adapter-pushRingState', ringing });
}

/** An inbound call reaches the agent. */
export function ringCall(
  session: RingCentralSession,
  request: { remote: RemoteParty; localNumber?: string; queue?: string },
): SimCall {
  const webphone = session.state.calling.callWith === 'browser';
  const call = createCall(session.ids, session.clock.now(), { ...request, direction: 'Inbound', webphone });
  session.calls.set(call.id, call);
  tellCall(session, 'ring', call);
  if (webphone) tellRingState(session);
  tellPresence(session, call, 'Ringing');
  askForContact(session, call);
  return call;
}

/** The agent dials. Nothing tells the host that it rings at the other end. */
export function dialCall(session: RingCentralSession, remote: RemoteParty): SimCall {
  const { calling } = session.state;
  const webphone = calling.callWith === 'browser';
  holdOthers(session);
  broadcast(session, { type: 'rc-dialer-status-notify', ready: false });
  const call = createCall(session.ids, session.clock.now(), {
    direction: 'Outbound',
    remote,
    webphone,
    ...(calling.fromNumber === undefined ? {} : { localNumber: calling.fromNumber }),
  });
  session.calls.set(call.id, call);
  tellCall(session, 'init', call);
  navigateAll(session, '/dialer');
  session.timers.after(FIRST_RESPONSE_MS, () => {
    if (!isDialing(call)) return;
    call.partyKnown = true;
    call.status = 'connecting';
    tellTelephonySession(session, call);
  });
  session.timers.after(DIALER_BUSY_MS, () => {
    if (session.state.signedIn && session.state.sip === 'registered') {
      broadcast(session, { type: 'rc-dialer-status-notify', ready: true });
    }
  });
  tellPresence(session, call, 'Ringing');
  askForContact(session, call);
  return call;
}

function askForContact(session: RingCentralSession, call: SimCall): void {
  const tab = activeTab(session);
  if (tab) void matchNumbers(tab, [call.remote.number]);
}

/** Only one web-phone call may be live: the others are put on hold first. */
function holdOthers(session: RingCentralSession, except?: SimCall): void {
  for (const call of liveCalls(session))
    if (call !== except && isConnected(call) && !call.held) holdCall(session, call);
}

/** The agent answers, or the other end of an outbound call does. */
export function connectCall(session: RingCentralSession, call: SimCall): void {
  if (isConnected(call)) return;
  const rang = isRinging(call);
  if (call.webphone) holdOthers(session, call);
  call.startedAt = session.clock.now();
  call.partyKnown = true;
  call.status = 'connected';
  tellCall(session, 'start', call);
  if (rang && call.webphone) tellRingState(session);
  tellPresence(session, call, 'CallConnected');
  navigateAll(session, `/calls/active/${call.id}`);
}

export function holdCall(session: RingCentralSession, call: SimCall): void {
  if (!isConnected(call) || call.held) return;
  call.held = true;
  call.status = 'onHold';
  tellCall(session, 'hold', call);
  tellPresence(session, call, 'OnHold');
}

export function resumeCall(session: RingCentralSession, call: SimCall): void {
  if (!isConnected(call) || !call.held) return;
  if (call.webphone) holdOthers(session, call);
  call.held = false;
  call.status = 'connected';
  tellCall(session, 'resume', call);
  tellPresence(session, call, 'CallConnected');
}

/** The web phone's status follows the last thing done: muting takes the place of connected and of on hold. */
export function muteCall(session: RingCentralSession, call: SimCall, muted: boolean): void {
  if (!isConnected(call) || call.muted === muted) return;
  call.muted = muted;
  call.status = muted ? 'onMute' : 'connected';
  tellCall(session, 'mute', call);
  tellTelephonySession(session, call);
}

/** The other side holds or resumes: the web phone hears nothing of it, the telephony session does. */
export function remoteHold(session: RingCentralSession, call: SimCall, held: boolean): void {
  if (!isConnected(call) || call.remoteHeld === held) return;
  call.remoteHeld = held;
  tellTelephonySession(session, call);
}

/** Ends a call. The web phone keeps its last status, and tells twice of an inbound call nobody answered. */
export function endCall(session: RingCentralSession, call: SimCall, cause: EndCause): void {
  if (call.endedAt !== undefined) return;
  const unanswered = call.startedAt === undefined;
  const inbound = call.direction === 'Inbound';
  call.endedAt = session.clock.now();
  call.endCause = cause;
  session.calls.delete(call.id);
  tellCall(session, 'end', call);
  if (inbound && unanswered) {
    if (call.webphone) {
      const again: SimCall = { ...call, endedAt: call.endedAt + SECOND_END_MS };
      session.timers.after(SECOND_END_MS, () => tellCall(session, 'end', again));
      tellRingState(session);
    }
  }
  tellPresence(session, call, 'NoCall');
  const next = liveCalls(session).find(isConnected);
  navigateAll(session, next ? `/calls/active/${next.id}` : inbound && unanswered ? '/history' : '/dialer');
  closeCallLog(session, call);
}
