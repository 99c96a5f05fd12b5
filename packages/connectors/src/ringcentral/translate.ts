import type { Report } from '@offhook/core';
import { doubt } from './doubt.js';
import { fields, lastWord, list } from './read.js';
import { otherAccount, ownNumbers, type Session } from './session.js';
import type { Sighting } from './sighting.js';
import type { TrackedCall } from './trackedCall.js';
import { translateLogin, translateStatus, translateWidget } from './translateAgent.js';
import { isDue, settle, silenceMs, translateCall, type TranslatedCalls } from './translateCall.js';
import { translateMessage } from './translateMessage.js';
import { translatePhone } from './translatePhone.js';
import { translatePresence } from './translatePresence.js';
import { tellSession, type ToldSession } from './translateSession.js';
import { translateTelephony } from './translateTelephony.js';
import { isPhoneCall, isSilent, nameOf, phoneEvent, type RingCentralFrame } from './wire.js';

/** All that earlier frames said and later ones need. Never changed, only replaced. */
export interface Memory {
  readonly calls: readonly TrackedCall[];
  readonly session: Session;
  readonly told: ToldSession;
}

export const emptyMemory: Memory = { calls: [], session: {}, told: { status: 'connecting' } };

/** What the connector itself says: time has passed. */
export const tick: RingCentralFrame = { type: 'tick' };

/** The memory after a frame, and what the client is to know of it. */
export interface Translation {
  readonly memory: Memory;
  readonly reports: readonly Report[];
}

/**
 * How long calls may stay unmentioned after a sign-out or a restart, in milliseconds: a widget that was reloaded says
 * that nobody is signed in, signs in again, and only then knows its calls.
 */
const restartMs = 15_000;

/** When something is due though no frame comes; monotonic milliseconds, infinity for never. */
export const nextDue = ({ calls, told }: Memory): number =>
  Math.min(...[told, ...calls].map(({ dueAt = Infinity }) => dueAt));

/**
 * What a frame of the widget means in Offhook's words. Pure: all that it needs of earlier frames is in the memory.
 *
 * @param now monotonic milliseconds
 */
export function translate(memory: Memory, frame: RingCentralFrame, now: number): Translation {
  const reports: Report[] = [];
  let { calls, session } = memory;
  const name = nameOf(frame);
  const call = fields(frame['call']);
  const event = phoneEvent(name);

  function take(next: TranslatedCalls): void {
    calls = next.calls;
    reports.push(...next.reports);
  }

  function see(sightings: readonly Sighting[]): void {
    for (const sighting of sightings) take(translateCall(calls, sighting, now));
  }

  for (const each of calls) if (isDue(each, now)) take(settle(calls, each, now));
  switch (event ? 'call' : name) {
    case 'call':
      see([translatePhone(call, event)]);
      break;
    case 'active-call':
    case 'ringout-call':
      see(translatePresence(call, name === 'ringout-call'));
      break;
    case 'telephony-session': {
      const known = calls.flatMap(({ parties }) => parties);
      see(translateTelephony(fields(frame['telephonySession']), known));
      break;
    }
    case 'webphone-sessions-sync': {
      const listed = list(frame['calls'])
        .filter(isPhoneCall)
        .map((each) => translatePhone(each));
      see(listed);
      // A web phone that isn't connected yet doesn't know its calls.
      if ((lastWord(session.connectionStatus) ?? 'connected') === 'connected') {
        calls = doubt(
          calls,
          now + silenceMs,
          listed.map(({ leg }) => leg),
        );
      }
      break;
    }
    case 'login-status':
      if (frame['loggedIn']) reports.push(translateLogin(frame));
      else calls = doubt(calls, now + restartMs);
      session = { ...session, ...otherAccount, ...frame };
      break;
    case 'login-popup':
    case 'dialer-status':
    case 'webphone-connection-status':
    case 'webphone-active':
    case 'calling-settings':
    case 'sms-settings':
      session = { ...session, ...frame };
      break;
    case 'adapter-pushAdapterState':
      reports.push(translateWidget(frame));
      // Started again: it was reloaded, its calls may have gone with it, and nothing but silence would tell.
      if (session['started']) calls = doubt(calls, now + restartMs);
      session = { ...session, started: true };
      break;
    case 'adapter-syncSize':
      reports.push(translateWidget(frame));
      break;
    case 'adapter-syncPresence':
      reports.push(translateStatus(frame));
      break;
    case 'inbound-message':
    case 'message-updated':
      reports.push(...translateMessage(fields(frame['message']), ownNumbers(session)));
      break;
    default:
      if (!isSilent(name)) reports.push({ type: 'protocol.unknown', name: frame.type });
  }

  // Whoever has calls or takes them is signed in, even if we came too late to hear it.
  if (session.ready || calls.some(({ state }) => state !== 'ended')) {
    session = { loggedIn: true, ...session };
  }
  const { told, reports: more } = tellSession(session, memory.told, now);
  return { memory: { calls, session, told }, reports: [...reports, ...more] };
}
