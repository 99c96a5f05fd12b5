import { account } from './account.js';
import type { Ids } from '../ids.js';

export interface RemoteParty {
  readonly number: string;
  /** Name from the network; the softphone shows it, its frames don't carry it. */
  readonly name?: string;
}

/** One call at the vendor. */
export interface KunziteCall {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber: string;
  readonly team: string;
  readonly createdAt: number;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  held: boolean;
  muted: boolean;
  /** The other side holds; nobody is told but the board. */
  remoteHeld: boolean;
  /** Keys that the agent pressed. */
  dtmf: string;
}

export interface CallStart {
  readonly direction: KunziteCall['direction'];
  readonly remote: RemoteParty;
  readonly localNumber?: string;
  readonly team?: string;
}

export function createCall(ids: Ids, now: number, start: CallStart): KunziteCall {
  const { direction, remote, localNumber = account.number, team = account.team } = start;
  return {
    id: ids.uuid(),
    direction,
    remote,
    localNumber,
    team,
    createdAt: now,
    answeredAt: undefined,
    endedAt: undefined,
    held: false,
    muted: false,
    remoteHeld: false,
    dtmf: '',
  };
}

export const isConnected = (call: KunziteCall): boolean =>
  call.answeredAt !== undefined && call.endedAt === undefined;
const isWaiting = (call: KunziteCall): boolean => call.answeredAt === undefined && call.endedAt === undefined;
export const isRinging = (call: KunziteCall): boolean => call.direction === 'inbound' && isWaiting(call);
export const isDialing = (call: KunziteCall): boolean => call.direction === 'outbound' && isWaiting(call);

/** The vendor's only two words: also a call that is being dialled is `ringing`. */
export const statusOf = (call: KunziteCall): 'ringing' | 'answered' =>
  call.answeredAt === undefined ? 'ringing' : 'answered';
