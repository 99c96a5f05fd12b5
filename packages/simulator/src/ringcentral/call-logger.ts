import { askHost } from './ask-host.js';
import { broadcast } from './broadcast.js';
import { callLogCall, callRecordOf, talkSeconds, type CallRecord } from './call-record.js';
import type { SimCall, TelephonyStatus } from './call.js';
import { matchCallLogs } from './call-log-matcher.js';
import { contactMatchesOf, matchNumbers } from './contact-matcher.js';
import { activeCall } from './presence-frame.js';
import { textOf } from './service.js';
import { activeTab, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';
import { webphoneCall } from './webphone-frame.js';

/** The vendor writes its call log this long after a call, and finishes a recording this long after that. */
const CALL_LOG_DELAY_MS = 3000;
const RECORDING_DELAY_MS = 4000;

/** Logs of one call wait for each other; those of different calls don't. */
const queues = new WeakMap<Tab, Map<string, Promise<void>>>();

function inTurn(tab: Tab, sessionId: string, log: () => Promise<void>): Promise<void> {
  const queue = queues.get(tab) ?? new Map<string, Promise<void>>();
  queues.set(tab, queue);
  const previous = queue.get(sessionId);
  const turn = previous ? previous.then(log) : log();
  queue.set(sessionId, turn);
  void turn.then(() => {
    if (queue.get(sessionId) === turn) queue.delete(sessionId);
  });
  return turn;
}

const canLog = (tab: Tab): boolean => textOf(tab.service, 'callLoggerPath') !== undefined;

async function sendLog(tab: Tab, sessionId: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const outcome = await askHost(tab, 'callLoggerPath', body);
  if (!outcome?.answered || outcome.late) {
    tab.tellPage({ kind: 'warn', message: `Call ${sessionId} was not logged: no answer in time.` });
    return;
  }
  tab.post({ type: 'rc-log-modal-loading-off' });
  // Not part of the turn: the next log of this call doesn't wait for the matcher.
  void matchCallLogs(tab, [sessionId]);
}

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

  if (previous === undefined || final) void matchCallLogs(tab, [call.sessionId]);
  if (!canLog(tab) || !session.state.autoLog.call) return;
  if (call.telephonyStatus === 'CallConnected' && previous !== 'OnHold') {
    tab.post({ type: 'rc-expandable-call-note-open', sessionId: call.sessionId });
  }
  if (final) tab.post({ type: 'rc-expandable-call-note-terminate' });

  // The last request of a call keeps the status before the last.
  const shown = final ? { ...activeCall(call), telephonyStatus: previous ?? 'Ringing' } : activeCall(call);
  void inTurn(tab, call.sessionId, () => {
    const matches = contactMatchesOf(tab, call.remote.number);
    const inbound = call.direction === 'Inbound';
    const entity = matches.length === 1 ? matches[0] : null;
    const body = {
      call: {
        ...shown,
        fromMatches: inbound ? matches : [],
        toMatches: inbound ? [] : matches,
        activityMatches: tab.service?.callLogMatches.get(call.sessionId) ?? [],
        toNumberEntity: '',
        ...(call.webphone ? { webphoneSession: webphoneCall(call) } : {}),
        duration: talkSeconds(call, session.clock.now()),
        isTransferredCall: call.onTransfer,
        transferredMiddleNumber: null,
        result: results[call.telephonyStatus],
      },
      triggerType: 'presenceUpdate',
      ...(previous === undefined
        ? { fromEntity: inbound ? entity : null, toEntity: inbound ? null : entity }
        : {}),
    };
    return sendLog(tab, call.sessionId, body);
  });
}

/** The vendor's call log tells of an ended call some time later, and of its recording later still. */
export function closeCallLog(session: RingCentralSession, call: SimCall): void {
  session.timers.after(CALL_LOG_DELAY_MS, () => {
    const record = callRecordOf(call);
    const { recordingId, ...withoutRecording } = record;
    session.state.records = [withoutRecording, ...session.state.records].slice(0, 200);
    callLogSynced(session, withoutRecording);
    if (recordingId === undefined) return;
    session.timers.after(RECORDING_DELAY_MS, () => {
      session.state.records = session.state.records.map((one) => (one.id === record.id ? record : one));
      callLogSynced(session, record);
    });
  });
}

function callLogSynced(session: RingCentralSession, record: CallRecord): void {
  const tab = activeTab(session);
  if (tab?.service && tab.stage === 'ready') {
    void matchNumbers(tab, [record.remoteNumber]);
    if (canLog(tab) && session.state.autoLog.call)
      void logRecord(tab, record, { triggerType: 'callLogSync' });
    else void matchCallLogs(tab, [record.sessionId]);
  }
  broadcast(session, { type: 'rc-call-history-synced-notify' });
}

/** Sends a record of the call log to the host: by itself, or because somebody pressed the log button. */
function logRecord(tab: Tab, record: CallRecord, extra: Readonly<Record<string, unknown>>): Promise<void> {
  return inTurn(tab, record.sessionId, () => {
    const matches = contactMatchesOf(tab, record.remoteNumber);
    const inbound = record.direction === 'Inbound';
    const call = {
      ...callLogCall(record, Boolean(tab.service?.fields['recordingWithToken'])),
      fromMatches: inbound ? matches : [],
      toMatches: inbound ? [] : matches,
      activityMatches: tab.service?.callLogMatches.get(record.sessionId) ?? [],
    };
    return sendLog(tab, record.sessionId, { call, ...extra });
  });
}

/** The log button of a line in the history. */
export async function logByHand(tab: Tab, sessionId: string, note?: string): Promise<void> {
  const record = tab.session.state.records.find((one) => one.sessionId === sessionId);
  if (!record || !canLog(tab)) return;
  const logged = (tab.service?.callLogMatches.get(sessionId) ?? []).length > 0;
  const triggerType = tab.profile.name === '2019' ? 'manual' : logged ? 'editLog' : 'createLog';
  const noted = note === undefined ? {} : { note };
  // As recorded: a match still unknown is asked for before the button acts.
  if (record.recordingId !== undefined && !tab.service?.callLogMatches.has(sessionId))
    await matchCallLogs(tab, [sessionId]);
  await logRecord(tab, record, { triggerType, ...noted, redirect: true, fromEntity: null, toEntity: null });
}
