import { broadcast } from './broadcast.js';
import { isConnected, isRinging, type SimCall } from './call.js';
import { endCall } from './call-desk.js';
import { tellTelephonySession } from './presence.js';
import type { RingCentralSession } from './session.js';

/** The vendor's side confirms a recording after this long; until then it is pending. */
const RECORDING_CONFIRMED_MS = 300;

/** Blind transfer: the call leaves the agent. */
export function transferCall(session: RingCentralSession, call: SimCall): void {
  if (!isConnected(call)) return;
  call.onTransfer = true;
  endCall(session, call, 'transfer');
}

export function forwardCall(session: RingCentralSession, call: SimCall): void {
  if (!isRinging(call)) return;
  call.forwarded = true;
  endCall(session, call, 'forward');
}

export function sendToVoicemail(session: RingCentralSession, call: SimCall): void {
  if (!isRinging(call)) return;
  call.toVoicemail = true;
  endCall(session, call, 'voicemail');
}

/** Recording changes only `recordStatus`; no web-phone frame tells of it until the next one. */
export function startRecording(session: RingCentralSession, call: SimCall): void {
  if (!isConnected(call) || call.held) {
    return tellRecordError(session, call, 'Recording is possible only while the call is connected.');
  }
  if (call.recordStatus !== 'idle') return;
  call.recordStatus = 'pending';
  session.timers.after(RECORDING_CONFIRMED_MS, () => {
    if (!isConnected(call) || call.recordStatus !== 'pending') return;
    call.recordStatus = 'recording';
    call.wasRecorded = true;
    tellTelephonySession(session, call);
  });
}

export function stopRecording(session: RingCentralSession, call: SimCall): void {
  if (call.recordStatus === 'idle') return tellRecordError(session, call, 'The call is not being recorded.');
  call.recordStatus = 'idle';
  tellTelephonySession(session, call);
}

function tellRecordError(session: RingCentralSession, call: SimCall, message: string): void {
  broadcast(session, { type: 'rc-control-call-error', error: 'RecordError', message, callId: call.id });
}

export function pressKeys(call: SimCall, keys: string): void {
  if (!isConnected(call)) return;
  call.dtmf = (call.dtmf + keys.replace(/[^0-9*#,]/g, '')).slice(-200);
}
