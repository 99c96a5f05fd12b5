import type { CallReport, Direction, EndReason, Party } from '@offhook/core';
import { meaning } from './read.js';

/**
 * How far a call has got: `waiting` for somebody to answer, answered (`active`, `held`), gone `silent` (a stream has
 * lost it and doesn't say that it is over), or `ended`.
 */
export type Phase = 'waiting' | 'active' | 'held' | 'silent' | 'ended';

/**
 * The words that the three streams have for it: names of frames, statuses of web-phone calls (a muted one is `onMute`
 * in place of `connected`), of presence and of parties in a session. Presence says NoCall in mid-call now and then.
 */
const words: Readonly<Record<Phase, string>> = {
  waiting: 'Ringing Setup Proceeding',
  active: 'start resume connected onMute CallConnected Answered',
  held: 'hold onHold OnHold ParkedCall Hold Parked',
  silent: 'NoCall',
  ended: 'end replaced finished Disconnected Gone VoiceMail',
};

export const phaseOf = (word: unknown): Phase | undefined => meaning(words, word);

/** Whether somebody has answered. */
export const isAnswered = (phase: Phase | undefined): phase is 'active' | 'held' =>
  phase === 'active' || phase === 'held';

/** Whether the call goes on, as far as this tells. */
export const isLive = (phase: Phase | undefined): boolean => phase === 'waiting' || isAnswered(phase);

type Facts = {
  readonly [K in 'muted' | 'recording' | 'queue' | 'sipCallId' | 'participants' | 'answeredAt' | 'endedAt']?:
    CallReport[K] | undefined;
};

/** What one frame says of one call: the three streams put into the same words. */
export interface Sighting {
  /** The web phone in the widget, the extension's presence, or the telephony session on the servers. */
  readonly stream: 'phone' | 'presence' | 'telephony';
  readonly direction: Direction;
  readonly phase: Phase;
  /** The web phone's id of its leg. Servers don't name it. */
  readonly leg?: string | undefined;
  /** The telephony session's id: the same in all streams, but shared by both ends when somebody calls themselves. */
  readonly session: string | undefined;
  /** Our party in that session: a new one each time that the session comes to us. */
  readonly party: string | undefined;
  /** The number of the call in the call log. */
  readonly logged?: string | undefined;
  readonly caller: Party;
  readonly callee: Party;
  readonly startedAt: number | undefined;
  /** Facts that go into the report as they are. */
  readonly facts?: Facts;
  /** Why it ended, where this stream says so. */
  readonly reason?: EndReason | undefined;
  /** The end of this leg leaves the call open: another device may have it. */
  readonly open?: boolean;
  /** RingOut: it is a phone beside the computer. */
  readonly deskphone?: boolean;
  /** One of a list of the calls there are, which may be older than the latest frames. */
  readonly listed?: boolean;
}

/** Whoever we talk to. */
export const remoteOf = ({ direction, caller, callee }: Sighting): Party =>
  direction === 'inbound' ? caller : callee;
