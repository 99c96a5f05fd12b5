import { broadcast } from './broadcast.js';
import { callRecordOf, talkSeconds, type CallRecord } from './call-record.js';
import type { SimCall, TelephonyStatus } from './call.js';
import { isLogged, matchCallLogs } from './call-log-matcher.js';
import { contactMatchesOf, matchNumbers } from './contact-matcher.js';
import { activeCall } from './presence-frame.js';
import { canLog, inTurn, logRecordBySync, sendLog } from './record-logger.js';
import { activeTab, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';
import { webphoneCall } from './webphone-frame.js';

/** The vendor writes its call log this long after a call, and finishes a recording this long after that. */
const CALL_LOG_DELAY_MS = 3000;
const RECORDING_DELAY_MS = 4000;

const results: Readonly<Record<TelephonyStatus, string>> = {
  Ringing: 'Ringing',
  CallConnected: 'CallConnected',
  OnHold: 'OnHold',
  NoCall: 'Disconnected',
};

const loggedBefore = new WeakMap<Tab, Map<string, TelephonyStatus>>();

/** One request per status of a live call; only the active tab asks. */
export function logPhase(session: RingCentralSession, call: SimCall): void {
  const tab = activeTab(session);
  if (!tab?.service || tab.stage !== 'ready') return;
  const known = loggedBefore.get(tab) ?? new Map<string, TelephonyStatus>();
  loggedBefore.set(tab, known);
  const previous = known.get(call.sessionId);
  const final = call.telephonyStatus === 'NoCall';
  if (final) known.delete(call.sessionId);
  else known.set(call.sessionId, call.telephonyStatus);

  const matched = previous === undefined || final ? matchCallLogs(tab, [call.sessionId]) : Promise.resolve();
  if (!canLog(tab)) return;
  const phase: Phase = { call, previous, now: session.clock.now() };
  if (session.state.autoLog.call) sendPhase(tab, phase);
  // What was logged by hand is kept up to date even so.
  else if (previous !== undefined)
    void matched.then(() => {
      if (isLogged(tab, call.sessionId)) sendPhase(tab, phase);
    });
}

interface Phase {
  readonly call: SimCall;
  /** Undefined in the first phase that this widget saw. */
  readonly previous: TelephonyStatus | undefined;
  readonly now: number;
}

function sendPhase(tab: Tab, phase: Phase): void {
  const { call, previous } = phase;
  if (call.telephonyStatus === 'CallConnected' && previous !== 'OnHold') {
    tab.post({ type: 'rc-expandable-call-note-open', sessionId: call.sessionId });
  }
  if (call.telephonyStatus === 'NoCall') tab.post({ type: 'rc-expandable-call-note-terminate' });
  void inTurn(tab, call.sessionId, () => sendLog(tab, call.sessionId, phaseBody(tab, phase)));
}

function phaseBody(tab: Tab, { call, previous, now }: Phase): Readonly<Record<string, unknown>> {
  const matches = contactMatchesOf(tab, call.remote.number);
  const inbound = call.direction === 'Inbound';
  const entity = matches.length === 1 ? matches[0] : null;
  return {
    call: {
      ...activeCall(call),
      // The last request of a call keeps the status before the last.
      ...(call.telephonyStatus === 'NoCall' ? { telephonyStatus: previous ?? 'Ringing' } : {}),
      fromMatches: inbound ? matches : [],
      toMatches: inbound ? [] : matches,
      activityMatches: tab.service?.callLogMatches.get(call.sessionId) ?? [],
      toNumberEntity: '',
      ...(call.webphone ? { webphoneSession: webphoneCall(call) } : {}),
      duration: talkSeconds(call, now),
      isTransferredCall: call.onTransfer,
      transferredMiddleNumber: null,
      result: results[call.telephonyStatus],
    },
    triggerType: 'presenceUpdate',
    ...(previous === undefined
      ? { fromEntity: inbound ? entity : null, toEntity: inbound ? null : entity }
      : {}),
  };
}

/** The vendor's call log tells of an ended call some time later, and of its recording later still. */
export function closeCallLog(session: RingCentralSession, call: SimCall): void {
  // What ended with no widget open is in the call log when one opens again, and nobody is told.
  const seen = session.tabs.some((tab) => tab.stage === 'ready');
  session.timers.after(CALL_LOG_DELAY_MS, () => {
    const record = callRecordOf(call);
    const { recordingId, ...withoutRecording } = record;
    session.state.records = [withoutRecording, ...session.state.records].slice(0, 200);
    if (seen) callLogSynced(session, withoutRecording);
    if (recordingId === undefined) return;
    session.timers.after(RECORDING_DELAY_MS, () => {
      session.state.records = session.state.records.map((one) => (one.id === record.id ? record : one));
      if (seen) callLogSynced(session, record);
    });
  });
}

function callLogSynced(session: RingCentralSession, record: CallRecord): void {
  const tab = activeTab(session);
  if (tab?.service && tab.stage === 'ready') {
    void matchNumbers(tab, [record.remoteNumber]);
    if (canLog(tab) && session.state.autoLog.call) void logRecordBySync(tab, record);
    else
      void matchCallLogs(tab, [record.sessionId]).then(() => {
        if (canLog(tab) && isLogged(tab, record.sessionId)) void logRecordBySync(tab, record);
      });
  }
  broadcast(session, { type: 'rc-call-history-synced-notify' });
}
