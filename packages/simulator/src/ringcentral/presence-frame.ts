import { account } from './account.js';
import { isConnected, isEnded, type EndCause, type SimCall, type TelephonyStatus } from './call.js';

/** The `call` of `rc-active-call-notify`, keys in the recorded order. */
export function activeCall(call: SimCall): Readonly<Record<string, unknown>> {
  const inbound = call.direction === 'Inbound';
  const own = { phoneNumber: call.localNumber };
  const other = { phoneNumber: call.remote.number };
  const otherName = call.remote.name === undefined ? {} : { name: call.remote.name };
  const from = inbound ? other : own;
  const to = inbound ? own : other;
  return {
    direction: call.direction,
    from,
    ...(inbound ? ('name' in otherName ? { fromName: otherName.name } : {}) : { fromName: account.name }),
    to,
    ...(inbound ? { toName: account.name } : 'name' in otherName ? { toName: otherName.name } : {}),
    telephonyStatus: call.telephonyStatus,
    sessionId: call.sessionId,
    telephonySessionId: call.telephonySessionId,
    partyId: call.partyId,
    startTime: call.createdAt,
    offset: 0,
    ...(call.telephonyStatus === 'NoCall' ? { terminationType: 'final' } : {}),
    ...(call.queue === undefined ? {} : { queueCall: true }),
  };
}

/** What the agent's presence says while these calls live. */
export function telephonyStatusOf(calls: Iterable<SimCall>): TelephonyStatus {
  const statuses = new Set([...calls].map((call) => call.telephonyStatus));
  for (const status of ['Ringing', 'CallConnected', 'OnHold'] as const)
    if (statuses.has(status)) return status;
  return 'NoCall';
}

const endReasons: Readonly<Record<EndCause, string | undefined>> = {
  hangup: undefined,
  'remote-hangup': undefined,
  cancel: 'Cancelled',
  reject: 'Rejected',
  busy: 'TargetBusy',
  fail: 'InternalError',
  transfer: 'BlindTransfer',
  forward: 'CallRedirected',
  voicemail: undefined,
};

function partyStatus(call: SimCall, held: boolean): Readonly<Record<string, unknown>> {
  if (isEnded(call)) {
    if (call.endCause === 'voicemail') return { code: 'VoiceMail', rcc: false };
    const reason = call.endCause && endReasons[call.endCause];
    return { code: 'Disconnected', ...(reason === undefined ? {} : { reason }), rcc: false };
  }
  if (isConnected(call)) return { code: held ? 'Hold' : 'Answered', rcc: false };
  return { code: call.direction === 'Outbound' && !call.partyKnown ? 'Setup' : 'Proceeding', rcc: false };
}

/** The `telephonySession` of `rc-telephony-session-notify`; `sequence` stays 1, as observed. */
export function telephonySession(call: SimCall): Readonly<Record<string, unknown>> {
  const inbound = call.direction === 'Inbound';
  const own = { phoneNumber: call.localNumber, name: account.name, extensionId: account.extensionId };
  const other = {
    phoneNumber: call.remote.number,
    ...(call.remote.name === undefined ? {} : { name: call.remote.name }),
  };
  const [from, to] = inbound ? [other, own] : [own, other];
  const party = (id: string, direction: string, held: boolean, muted: boolean) => ({
    id,
    direction,
    from,
    to,
    status: partyStatus(call, held),
    muted,
    standAlone: false,
    park: {},
    ...(call.wasRecorded
      ? { recordings: [{ id: recordingIdOf(call), active: call.recordStatus === 'recording' }] }
      : {}),
  });
  const ownParty = party(call.partyId, call.direction, call.held, call.muted);
  const otherParty = party(call.remotePartyId, inbound ? 'Outbound' : 'Inbound', call.remoteHeld, false);
  return {
    id: call.telephonySessionId,
    sessionId: call.sessionId,
    serverId: '127.0.0.1.TAM',
    creationTime: new Date(call.createdAt).toISOString(),
    origin: { type: 'Call' },
    sequence: 1,
    extensionId: account.extensionId,
    accountId: account.accountId,
    parties: inbound ? [otherParty, ownParty] : [ownParty, otherParty],
  };
}

/** The recording's id follows from the call's, so that every stream names the same one. */
export const recordingIdOf = (call: SimCall): string => call.sessionId.slice(0, 10);
