import type { Report } from '@offhook/core';
import {
  askedSession,
  connectionOf,
  firstSession,
  loggedInSession,
  patienceEnds,
  readySession,
  type Session,
} from './session.js';
import type { Moment, TrackedCall } from './trackedCall.js';
import { beginSession, doubt, dueAt, settle, updateSession, type TranslatedCalls } from './translateCall.js';
import { capabilitiesRequest, isNewSession, isSessionUpdate, type ConnectMeFrame } from './wire.js';

/** All that earlier frames said and later ones need. Never changed, only replaced. */
export interface Memory {
  readonly calls: readonly TrackedCall[];
  readonly session: Session;
}

export const firstMemory = (now: number): Memory => ({ calls: [], session: firstSession(now) });

/** The memory after a frame, and what the client is to know of it. */
export interface Translation {
  readonly memory: Memory;
  readonly reports: readonly Report[];
}

/** When something is due though no frame comes; monotonic milliseconds, infinity for never. */
export const nextDue = ({ calls, session }: Memory, now: number): number =>
  Math.min(patienceEnds(session, now), ...calls.map(dueAt));

/**
 * What a frame of the widget means in Offhook's words; without one, what the time alone has decided. Pure: all that
 * it needs of earlier frames is in the memory.
 */
export function translate(memory: Memory, frame: ConnectMeFrame | undefined, moment: Moment): Translation {
  const { now } = moment;
  let { session } = memory;
  let { calls, reports } = settle(memory.calls, moment);

  const take = (next: TranslatedCalls): void => {
    ({ calls } = next);
    reports = [...reports, ...next.reports];
  };

  if (frame === capabilitiesRequest) {
    if (session.asked) calls = doubt(calls, now);
    session = askedSession(session, now);
  } else if (frame) {
    switch (frame.event) {
      case 'ready':
        session = readySession(session);
        break;
      case 'login':
        session = loggedInSession(session, now);
        break;
      // The manual spells it both ways.
      case 'sipRegistered':
      case 'sipRegisted':
        session = { ...loggedInSession(session, now), registered: true };
        break;
      case 'newSession':
      case 'sessionStatusUpdate':
        // Whoever has calls is signed in, even if we came too late to hear it.
        session = loggedInSession(session, now);
        if (isNewSession(frame)) take(beginSession(calls, frame, moment));
        else if (isSessionUpdate(frame)) take(updateSession(calls, frame, moment));
        break;
      default:
        reports = [...reports, { type: 'protocol.unknown', name: frame.event }];
    }
  }
  return {
    memory: { calls, session },
    reports: [...reports, { type: 'connection', ...connectionOf(session, now) }],
  };
}
