import { account } from './account.js';
import { isConnected, type SimCall } from './call.js';
import { recordingIdOf } from './presence-frame.js';

/** A line of the vendor's call log, written a while after the call. */
export interface CallRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly telephonySessionId: string;
  /** Milliseconds. */
  readonly startTime: number;
  /** Seconds. */
  readonly duration: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly result: string;
  readonly remoteNumber: string;
  readonly remoteName?: string;
  readonly recordingId?: string;
}

const MINUTE = 60_000;

/** Two calls of the past: one answered and recorded, one missed. */
/** Before any host of today wanted its calls logged. */
const LONG_AGO = 12 * 24 * 60 * MINUTE;

export function seedCallRecords(now: number): CallRecord[] {
  return [
    {
      id: 'CL2',
      sessionId: '214705503021',
      telephonySessionId: 's-abc112',
      startTime: now - LONG_AGO,
      duration: 0,
      direction: 'Inbound',
      result: 'Missed',
      remoteNumber: '+12165325079',
    },
    {
      id: 'CL1',
      sessionId: '214705503020',
      telephonySessionId: 's-abc111',
      startTime: now - LONG_AGO - 35 * MINUTE,
      duration: 65,
      direction: 'Inbound',
      result: 'Accepted',
      remoteNumber: '+12165325078',
      remoteName: 'WIRELESS CALLER',
      recordingId: '6469338004',
    },
  ];
}

function resultOf(call: SimCall): string {
  const answered = call.startedAt !== undefined;
  if (call.direction === 'Inbound') {
    if (answered) return 'Accepted';
    return call.toVoicemail ? 'Voicemail' : call.endCause === 'reject' ? 'Rejected' : 'Missed';
  }
  if (answered) return 'Call connected';
  return call.endCause === 'busy' ? 'Busy' : call.endCause === 'fail' ? 'Call Failed' : 'Hang Up';
}

export function callRecordOf(call: SimCall): CallRecord {
  return {
    id: `CL-${call.sessionId}`,
    sessionId: call.sessionId,
    telephonySessionId: call.telephonySessionId,
    startTime: call.createdAt,
    duration: talkSeconds(call, call.endedAt ?? call.createdAt),
    direction: call.direction,
    result: resultOf(call),
    remoteNumber: call.remote.number,
    ...(call.remote.name === undefined ? {} : { remoteName: call.remote.name }),
    ...(call.wasRecorded ? { recordingId: recordingIdOf(call) } : {}),
  };
}

/** Whole seconds since the call was answered. */
export function talkSeconds(call: SimCall, now: number): number {
  if (call.startedAt === undefined) return 0;
  return Math.max(0, Math.round(((isConnected(call) ? now : (call.endedAt ?? now)) - call.startedAt) / 1000));
}

const MEDIA_HOST = 'https://media.ringcentral.example/restapi/v1.0/account';
const PLATFORM_HOST = 'https://platform.ringcentral.example/restapi/v1.0/account';

/** The recording as the host gets it; with a token only where the registration asked for it. */
function recordingOf(recordingId: string, withToken: boolean): Readonly<Record<string, unknown>> {
  const contentUri = `${MEDIA_HOST}/${account.accountId}/recording/${recordingId}/content`;
  return {
    id: recordingId,
    uri: `${PLATFORM_HOST}/${account.accountId}/recording/${recordingId}`,
    type: 'OnDemand',
    contentUri: withToken ? `${contentUri}?access_token=simulated-token` : contentUri,
    link: `https://ringcentral.github.io/ringcentral-media-reader/?media=${encodeURIComponent(contentUri)}&id=Ab${recordingId}&recordingId=${recordingId}`,
  };
}

/** The record as it stands in the vendor's call log, keys in the recorded order. */
export function callLogCall(
  record: CallRecord,
  recordingWithToken: boolean,
): Readonly<Record<string, unknown>> {
  const inbound = record.direction === 'Inbound';
  const own = { phoneNumber: account.number };
  const other = {
    phoneNumber: record.remoteNumber,
    ...(record.remoteName === undefined ? {} : { name: record.remoteName }),
  };
  const otherName = record.remoteName ?? record.remoteNumber;
  return {
    id: record.id,
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    startTime: record.startTime,
    duration: record.duration,
    type: 'Voice',
    direction: record.direction,
    action: inbound ? 'Phone Call' : 'VoIP Call',
    result: record.result,
    from: inbound ? other : own,
    to: inbound ? own : other,
    extension: { uri: 'https://platform.ringcentral.example/restapi/v1.0', id: Number(account.extensionId) },
    transport: inbound ? 'PSTN' : 'VoIP',
    lastModifiedTime: new Date(record.startTime + record.duration * 1000).toISOString(),
    ...(record.recordingId === undefined
      ? {}
      : { recording: recordingOf(record.recordingId, recordingWithToken) }),
    fromName: inbound ? otherName : account.name,
    toName: inbound ? account.number : otherName,
  };
}
