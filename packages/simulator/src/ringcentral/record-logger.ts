import { askHost } from './ask-host.js';
import { callLogCall, type CallRecord } from './call-record.js';
import { isLogged, matchCallLogs } from './call-log-matcher.js';
import { contactMatchesOf } from './contact-matcher.js';
import { textOf } from './service.js';
import type { Tab } from './tab.js';

/** Logs of one call wait for each other; those of different calls don't. */
const queues = new WeakMap<Tab, Map<string, Promise<void>>>();

export function inTurn(tab: Tab, sessionId: string, log: () => Promise<void>): Promise<void> {
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

export const canLog = (tab: Tab): boolean => textOf(tab.service, 'callLoggerPath') !== undefined;

export async function sendLog(
  tab: Tab,
  sessionId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const outcome = await askHost(tab, 'callLoggerPath', body);
  if (!outcome?.answered || outcome.late) {
    tab.tellPage({ kind: 'warn', message: `Call ${sessionId} was not logged: no answer in time.` });
    return;
  }
  tab.post({ type: 'rc-log-modal-loading-off' });
  // Not part of the turn: the next log of this call doesn't wait for the matcher.
  void matchCallLogs(tab, [sessionId]);
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

/** A record of the call log came or changed. */
export function logRecordBySync(tab: Tab, record: CallRecord): Promise<void> {
  return logRecord(tab, record, { triggerType: 'callLogSync' });
}

/** The log button of a line in the history. */
export async function logByHand(tab: Tab, sessionId: string, note?: string): Promise<void> {
  const record = tab.session.state.records.find((one) => one.sessionId === sessionId);
  if (!record || !canLog(tab)) return;
  const triggerType =
    tab.profile.name === '2019' ? 'manual' : isLogged(tab, sessionId) ? 'editLog' : 'createLog';
  const noted = note === undefined ? {} : { note };
  // As recorded: a match still unknown is asked for before the button acts.
  if (record.recordingId !== undefined && !tab.service?.callLogMatches.has(sessionId))
    await matchCallLogs(tab, [sessionId]);
  await logRecord(tab, record, { triggerType, ...noted, redirect: true, fromEntity: null, toEntity: null });
}
