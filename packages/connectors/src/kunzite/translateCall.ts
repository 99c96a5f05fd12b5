import type { CallReport, CallState } from '@offhook/core';
import { defined } from './read.js';
import type { Sighting } from './sighting.js';
import type { TrackedCall } from './trackedCall.js';

/** How far the vendor's durations, in whole seconds, may be from ours. Milliseconds. */
const toleranceMs = 3_000;

/** What is remembered of a call that lives, and what to tell. */
export interface TranslatedCall {
  readonly call: TrackedCall;
  readonly reports: readonly CallReport[];
  /** What doesn't fit together, in words without any number. */
  readonly doubts: readonly string[];
}

function stateOf({ phase, direction }: Sighting): CallState {
  if (phase === 'waiting') return direction === 'inbound' ? 'ringing' : 'dialing';
  return phase === 'answered' ? 'active' : 'ended';
}

/**
 * Why it ended (S3-14): the vendor says that it was answered; or that nobody did, and which way it went tells the
 * rest. Of any other word the client makes what it can.
 */
function endOf({ status, direction }: Sighting, answered: boolean): Partial<CallReport> {
  if (status === 'answered') return { endReason: 'completed' };
  if (status !== 'ringing' || answered) return {};
  return { endReason: direction === 'inbound' ? 'missed' : 'cancelled', endReasonFrom: 'inferred' };
}

/** Figures that say nothing yet are left out: before the answer all are zero, and after it the total is (S3-17). */
function durationsOf({ phase, waitMs, talkMs, totalMs }: Sighting): CallReport['durations'] {
  if (phase === 'waiting' || !totalMs) return undefined;
  return phase === 'ended' ? { waitMs, talkMs, totalMs } : { waitMs };
}

/** What the event's name and our own clock don't bear out. They are believed, but the app's trace is told. */
function doubtsOf(sighting: Sighting, known: TrackedCall | undefined, now: number): readonly string[] {
  const { phase, status, waitMs, talkMs, totalMs } = sighting;
  const { waitingAt, answeredAt, answered } = known ?? {};
  const fits =
    phase === 'ended'
      ? !answered || status === 'answered'
      : (status === 'answered') === (phase === 'answered');
  const differs = (from: number | undefined, until: number, ms: number): boolean =>
    from !== undefined && Math.abs(until - from - ms) > toleranceMs;
  const isOff =
    phase === 'ended' &&
    totalMs > 0 &&
    (answered
      ? differs(answeredAt, now, talkMs) || (!!answeredAt && differs(waitingAt, answeredAt, waitMs))
      : differs(waitingAt, now, totalMs));
  return [...(fits ? [] : ['status doubtful']), ...(isOff ? ['durations doubtful'] : [])];
}

/**
 * Takes in what one frame says of one call. Pure.
 *
 * @param known what was remembered of it, if it lives
 * @param now monotonic milliseconds
 */
export function translateCall(
  known: TrackedCall | undefined,
  sighting: Sighting,
  now: number,
): TranslatedCall {
  const { id, phase, direction, remote, local, team, startedAt, waitMs, totalMs, status } = sighting;
  const state = stateOf(sighting);
  const ended = phase === 'ended';
  const wasAnswered = !!known?.answered;
  const answered = wasAnswered || phase === 'answered' || (ended && status === 'answered');
  const facts = defined<CallReport>({
    type: 'call',
    ids: [id],
    state,
    direction,
    remote,
    local,
    team,
    startedAt,
    // The vendor's times are all of its own clock, so that they fit together even where that is wrong.
    answeredAt: startedAt && answered ? startedAt + waitMs : undefined,
    legs: [{ vendorId: id, kind: 'softphone', state }],
    reconnecting: known?.dueAt === undefined ? undefined : false,
    // A word that nobody knows is kept as it is.
    userData: status && !/^(ringing|answered)$/.test(status) ? { status } : undefined,
  });
  const report: CallReport = {
    ...facts,
    ...defined<Partial<CallReport>>({
      durations: durationsOf(sighting),
      endedAt: ended && startedAt && totalMs ? startedAt + totalMs : undefined,
    }),
    ...(ended && endOf(sighting, wasAnswered)),
  };
  return {
    call: {
      id,
      answered,
      waitingAt: known ? known.waitingAt : phase === 'waiting' ? now : undefined,
      answeredAt: known?.answeredAt ?? (phase === 'answered' ? now : undefined),
    },
    // That it was answered was missed: it comes first.
    reports: ended && known && answered && !wasAnswered ? [{ ...facts, state: 'active' }, report] : [report],
    doubts: doubtsOf(sighting, known, now),
  };
}
