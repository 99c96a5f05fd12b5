import type { CallState, Direction, Party } from '@offhook/core';
import { isAnswered, type Phase } from './sighting.js';

/** One call as the three streams tell it. Ended ones are kept for a while, to know their late frames by. */
export interface TrackedCall {
  readonly direction: Direction;
  /** The ids that the client has been told, the first one first. None: it doesn't know it yet. */
  readonly ids: readonly string[];
  /** As the client knows it. */
  readonly state: CallState;
  readonly answered?: boolean;
  /** What each stream said last. */
  readonly phone?: Phase | undefined;
  readonly presence?: Phase | undefined;
  readonly telephony?: Phase | undefined;
  /** The web phone's leg; whether its end leaves the call open, and whether it has named the session. */
  readonly leg?: string | undefined;
  readonly open?: boolean | undefined;
  readonly named?: boolean | undefined;
  readonly session?: string | undefined;
  /** Our parties in that session. */
  readonly parties: readonly string[];
  readonly logged?: string | undefined;
  readonly deskphone?: boolean | undefined;
  readonly remote: Party;
  readonly local: Party;
  /** Each stream has a beginning of its own; the first one told holds. */
  readonly startedAt?: number | undefined;
  /** When silence ends it; monotonic milliseconds. */
  readonly dueAt?: number | undefined;
}

/**
 * Whether the web phone's leg and what the servers say were put together by number alone: before its first SIP
 * response an outbound leg names no session, and the widget of 2019 never does.
 */
export const isGuess = ({ leg, named, presence, telephony }: TrackedCall): boolean =>
  !!leg && !named && !!(presence ?? telephony);

/** The state that a phase is in one direction. */
export const stateAs = (phase: Phase | undefined, direction: Direction): CallState =>
  isAnswered(phase) || phase === 'ended' ? phase : direction === 'inbound' ? 'ringing' : 'dialing';
