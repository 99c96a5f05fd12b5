import { account } from './account.js';
import type { Queue } from './queue.js';

interface RemoteParty {
  readonly number: string;
  /** Name from the network; the desktop shows it, the web service isn't told. */
  readonly name?: string;
}

/** One call at the vendor. */
export interface XivoCall {
  /** The linked id, `epoch.n`; the web service knows it as `callDataCallId`. */
  readonly id: string;
  readonly sipCallId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber: string;
  /** What it came through; direct calls have none. */
  readonly queue: Queue | undefined;
  readonly createdAt: number;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  held: boolean;
  muted: boolean;
  /** The other side holds; nobody is told but the board. */
  remoteHeld: boolean;
  /** Keys that the agent pressed. */
  dtmf: string;
  /** The web service was asked about it: it never is again. */
  asked: boolean;
  /** What the service wants is known, be it nothing. */
  decided: boolean;
}

export interface CallStart {
  readonly direction: XivoCall['direction'];
  readonly remote: RemoteParty;
  readonly localNumber?: string;
  readonly queue?: Queue;
}

export function createCall(id: string, sipCallId: string, now: number, start: CallStart): XivoCall {
  const { direction, remote, localNumber = account.number, queue } = start;
  return {
    id,
    sipCallId,
    direction,
    remote,
    localNumber,
    queue,
    createdAt: now,
    answeredAt: undefined,
    endedAt: undefined,
    held: false,
    muted: false,
    remoteHeld: false,
    dtmf: '',
    asked: false,
    decided: false,
  };
}

export const isConnected = (call: XivoCall): boolean =>
  call.answeredAt !== undefined && call.endedAt === undefined;
const isWaiting = (call: XivoCall): boolean => call.answeredAt === undefined && call.endedAt === undefined;
export const isRinging = (call: XivoCall): boolean => call.direction === 'inbound' && isWaiting(call);
export const isDialing = (call: XivoCall): boolean => call.direction === 'outbound' && isWaiting(call);

/** The last thing that happened to it, by the vendor's names of events; it has none for dialling. */
export function stateOf(call: XivoCall): 'EventRinging' | 'EventDialing' | 'EventEstablished' {
  if (isRinging(call)) return 'EventRinging';
  return isDialing(call) ? 'EventDialing' : 'EventEstablished';
}
