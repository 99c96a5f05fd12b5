import { account } from './account.js';
import type { Ids } from '../ids.js';

export type Direction = 'Inbound' | 'Outbound';

/** The vendor's words for where a web-phone call stands; `onMute` takes the place of `connected`. */
export type CallStatus = 'setup' | 'connecting' | 'connected' | 'onHold' | 'onMute' | 'finished';

/** The vendor's words for the same in the presence stream. */
export type TelephonyStatus = 'Ringing' | 'CallConnected' | 'OnHold' | 'NoCall';

export type RecordStatus = 'idle' | 'pending' | 'recording';

/** What ended a call; becomes the reason in the telephony session. */
export type EndCause =
  'hangup' | 'remote-hangup' | 'cancel' | 'reject' | 'busy' | 'fail' | 'transfer' | 'forward' | 'voicemail';

export interface RemoteParty {
  readonly number: string;
  readonly name?: string;
}

/** One call at the vendor, whatever streams tell of it. */
export interface SimCall {
  /** Id of the web phone, or of the telephony session where the call has no web-phone leg. */
  readonly id: string;
  readonly sipCallId: string;
  readonly fromTag: string;
  /** False for calls that ring another device: presence tells of them, the web phone doesn't. */
  readonly webphone: boolean;
  readonly direction: Direction;
  readonly remote: RemoteParty;
  readonly localNumber: string;
  readonly queue?: string;
  readonly telephonySessionId: string;
  readonly sessionId: string;
  readonly partyId: string;
  readonly remotePartyId: string;
  readonly createdAt: number;
  status: CallStatus;
  telephonyStatus: TelephonyStatus;
  startedAt?: number;
  endedAt?: number;
  endCause?: EndCause;
  /** False until the first SIP response to an outbound call. */
  partyKnown: boolean;
  held: boolean;
  muted: boolean;
  /** The other side put us on hold; the web phone doesn't know. */
  remoteHeld: boolean;
  recordStatus: RecordStatus;
  wasRecorded: boolean;
  onTransfer: boolean;
  toVoicemail: boolean;
  forwarded: boolean;
  minimized: boolean;
  /** Keys that the agent pressed. */
  dtmf: string;
}

export function createCall(
  ids: Ids,
  now: number,
  request: {
    direction: Direction;
    remote: RemoteParty;
    webphone: boolean;
    localNumber?: string;
    queue?: string;
  },
): SimCall {
  const { direction, remote, webphone, queue } = request;
  const inbound = direction === 'Inbound';
  const sipCallId = `${ids.uuid()}@127.0.0.1`;
  const fromTag = ids.word(10);
  const session = ids.word(32);
  // The caller is the first party of a telephony session, the called one the second.
  const [own, other] = inbound ? [2, 1] : [1, 2];
  return {
    id: webphone ? `${sipCallId}${fromTag}` : `s-${session}`,
    sipCallId,
    fromTag,
    webphone,
    direction,
    remote,
    localNumber: request.localNumber ?? account.number,
    ...(queue === undefined ? {} : { queue }),
    telephonySessionId: `s-${session}`,
    sessionId: ids.digits(12),
    partyId: `p-${session}-${own}`,
    remotePartyId: `p-${session}-${other}`,
    createdAt: now,
    status: inbound ? 'connecting' : 'setup',
    telephonyStatus: 'NoCall',
    partyKnown: inbound,
    held: false,
    muted: false,
    remoteHeld: false,
    recordStatus: 'idle',
    wasRecorded: false,
    onTransfer: false,
    toVoicemail: false,
    forwarded: false,
    minimized: false,
    dtmf: '',
  };
}

export const isEnded = (call: SimCall): boolean => call.endedAt !== undefined;
export const isConnected = (call: SimCall): boolean => call.startedAt !== undefined && !isEnded(call);
export const isRinging = (call: SimCall): boolean =>
  call.direction === 'Inbound' && call.startedAt === undefined && !isEnded(call);
export const isDialing = (call: SimCall): boolean =>
  call.direction === 'Outbound' && call.startedAt === undefined && !isEnded(call);
