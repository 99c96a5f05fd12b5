import { isConnected, isDialing, isRinging, type SimCall } from './call.js';
import { connectCall, endCall, holdCall, muteCall, resumeCall } from './call-desk.js';
import {
  forwardCall,
  pressKeys,
  sendToVoicemail,
  startRecording,
  stopRecording,
  transferCall,
} from './call-features.js';
import { isRecord } from '../frame.js';
import { liveCalls, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

type Act = (session: RingCentralSession, call: SimCall, options: Readonly<Record<string, unknown>>) => void;

const numberIn = (options: Readonly<Record<string, unknown>>, key: string): string | undefined => {
  const value = options[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** What an agent can do to a call, by the vendor's names; an act that doesn't fit the state does nothing. */
export const callActs: Readonly<Record<string, Act>> = {
  answer: (session, call) => {
    if (isRinging(call)) connectCall(session, call);
  },
  reject: (session, call) => {
    if (isRinging(call)) endCall(session, call, 'reject');
  },
  hangup: (session, call) =>
    endCall(session, call, isRinging(call) ? 'reject' : isDialing(call) ? 'cancel' : 'hangup'),
  hold: holdCall,
  unhold: resumeCall,
  mute: (session, call) => muteCall(session, call, true),
  unmute: (session, call) => muteCall(session, call, false),
  transfer: (session, call, options) => {
    if (numberIn(options, 'transferNumber') !== undefined) transferCall(session, call);
  },
  toVoicemail: sendToVoicemail,
  forward: (session, call, options) => {
    if (numberIn(options, 'forwardNumber') !== undefined) forwardCall(session, call);
  },
  startRecord: startRecording,
  stopRecord: stopRecording,
  dtmf: (_session, call, options) => pressKeys(call, numberIn(options, 'dtmf') ?? ''),
  toggleRingingDialog: (_session, call) => {
    if (isRinging(call)) call.minimized = !call.minimized;
  },
};

const ringingActions = new Set(['answer', 'reject', 'toVoicemail', 'forward', 'toggleRingingDialog']);

/** Without an id the ringing or the active call is meant, depending on the action. */
function callMeant(session: RingCentralSession, action: string, callId: unknown): SimCall | undefined {
  const calls = liveCalls(session).filter((call) => call.webphone);
  if (callId !== undefined && callId !== null && callId !== '')
    return calls.find((call) => call.id === callId);
  if (ringingActions.has(action)) return calls.filter(isRinging).at(-1);
  return (
    calls.find((call) => isConnected(call) && !call.held) ??
    calls.find((call) => isConnected(call) || isDialing(call))
  );
}

/** `rc-adapter-control-call`: no acknowledgement; an unknown id does nothing at all. */
export function controlCall(tab: Tab, frame: Readonly<Record<string, unknown>>): void {
  const { callAction, callId, options } = frame;
  if (typeof callAction !== 'string' || !tab.session.state.signedIn) return;
  if (tab.profile.callActions && !tab.profile.callActions.has(callAction)) return;
  const act = Object.hasOwn(callActs, callAction) ? callActs[callAction] : undefined;
  const call = callMeant(tab.session, callAction, callId);
  if (act && call) act(tab.session, call, isRecord(options) ? options : {});
}
