import type { ContactMatch } from './contact.js';
import type { LogState } from './log.js';
import type { Party } from './party.js';

/** The states of a call. `ended` is final. */
export type CallState = 'dialing' | 'ringing' | 'active' | 'held' | 'ended';

/** Who called: `inbound` is somebody calling us. */
export type Direction = 'inbound' | 'outbound';

/** How a call ended, seen from our side. */
export type EndReason =
  | 'completed'
  | 'missed'
  | 'rejected'
  | 'cancelled'
  | 'busy'
  | 'failed'
  | 'answered-elsewhere'
  | 'transferred'
  | 'unknown';

/** One vendor-side session of a call: the web phone, or the phone on the desk. */
export interface Leg {
  readonly vendorId: string;
  readonly kind: 'softphone' | 'deskphone' | 'unknown';
  readonly state: CallState;
}

/** A recording of a call. Links never carry an access token here. */
export interface Recording {
  readonly id: string;
  readonly link?: string;
  readonly type?: string;
}

/** Milliseconds, never negative. They stand as of the monotonic time `asOf`; an answered call runs on from there. */
export interface Durations {
  /** From the first ring to the answer (or the end). */
  readonly waitMs: number;
  /** From the answer to the end, time on hold included. */
  readonly talkMs: number;
  readonly totalMs: number;
  readonly source: 'vendor' | 'host';
  /** The client's monotonic clock when these were taken. */
  readonly asOf: number;
}

/** One conversation by phone, as the person sees it, whatever legs it has. */
export interface Call {
  /** `connector:vendorId`; never changes. Ids learnt later find the same call. */
  readonly id: string;
  readonly connector: string;
  readonly vendorIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly direction: Direction;
  readonly state: CallState;
  readonly muted: boolean;
  readonly onHoldBy?: 'local' | 'remote';
  readonly recording?: 'off' | 'on' | 'paused';
  readonly reconnecting?: boolean;
  readonly ending?: boolean;
  readonly remote: Party;
  readonly local?: Party;
  readonly participants: readonly Party[];
  readonly queue?: string;
  readonly team?: string;
  readonly match: ContactMatch;
  /** Wall-clock milliseconds, as are all times that end in `At`. */
  readonly startedAt: number;
  readonly ringingAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  readonly durations: Durations;
  readonly endReason?: EndReason;
  /** Whether the vendor said why it ended, or Offhook concluded it. */
  readonly endReasonFrom?: 'vendor' | 'inferred';
  readonly sipCallId?: string;
  readonly linkedId?: string;
  /** Calls of other connectors with the same SIP call id. */
  readonly linked: readonly string[];
  readonly userData: Readonly<Record<string, string>>;
  readonly recordings: readonly Recording[];
  /** Why legs, or calls that were taken for two, became this one. */
  readonly mergedBy?: string;
  readonly log: LogState;
}

/** Whether the call still goes on. */
export const isLive = (call: Call): boolean => call.state !== 'ended';

/** Whether somebody has answered and the call still goes on. */
export const isAnswered = (call: Call): boolean => call.state === 'active' || call.state === 'held';

/** Whether this is somebody calling us who nobody has answered yet. */
export const isIncoming = (call: Call): boolean => call.state === 'ringing' && call.direction === 'inbound';
