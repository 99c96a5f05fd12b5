import type { CommandType, Connection } from '@offhook/core';
import { actions } from './dispatch.js';
import { fields, lastWord, text, type Fields } from './read.js';

/**
 * What the widget has said of itself, as it said it, the latest of each field: what the connection and the
 * capabilities are derived from.
 */
export interface Session extends Fields {
  /** Whether anybody is signed in, and what that account may do. */
  readonly loggedIn?: unknown;
  readonly features?: unknown;
  /** Whether the dialer takes a number. It doesn't for a moment whenever a call is placed. */
  readonly ready?: unknown;
  /** The web phone's connection: one of nine words, such as `connectionStatus-connected`. */
  readonly connectionStatus?: unknown;
  /** `false`: another tab of this browser has the phone. */
  readonly currentActive?: unknown;
  /** `browser`, or what else rings when a call is placed. */
  readonly callWith?: unknown;
  /** Our own numbers that can send texts. */
  readonly senderNumbers?: unknown;
  /** Where the person signs in, when the widget asks the page to show it. */
  readonly oAuthUri?: unknown;
}

/** A sign-in or sign-out makes void what was said of the account. */
export const otherAccount: Session = { callWith: undefined, senderNumbers: undefined, oAuthUri: undefined };

/** Our own numbers that can send texts: the widget lists numbers, or records of numbers. */
export const ownNumbers = ({ senderNumbers }: Session): readonly string[] =>
  [senderNumbers].flat().flatMap((each) => text(fields(each)['phoneNumber'] ?? each) ?? []);

const ringsHere = ({ callWith }: Session): boolean => (callWith ?? 'browser') === 'browser';

const mayCall = ({ features }: Session): boolean => fields(features)['call'] !== false;

/** The status that follows from all that was said, and from the one told before (U-20 to U-23). */
export function statusOf(session: Session, told: Connection['status']): Connection['status'] {
  const { loggedIn, ready, connectionStatus } = session;
  const phone = lastWord(connectionStatus);
  if (loggedIn === false) return 'signed-out';
  // The dialer's pauses mean nothing once all was ready.
  if (!loggedIn || (ready === false && mayCall(session) && told !== 'ready')) return 'connecting';
  // Calls that ring elsewhere don't need the web phone; and the widget of 2019 says nothing of it.
  if (!phone || phone === 'connected' || !mayCall(session) || !ringsHere(session)) return 'ready';
  // Before it has ever been connected, `disconnected` is how it begins.
  const begins = phone === 'connecting' || (phone === 'disconnected' && told === 'connecting');
  return begins || told === 'signed-out' ? 'connecting' : 'offline';
}

/** The web phone's registration; nothing before there was one. */
export function sipOf({ connectionStatus }: Session, told: Connection['sip']): Connection['sip'] {
  const phone = lastWord(connectionStatus) ?? '';
  if (phone === 'connected') return 'registered';
  return /^(re)?connecting$/.test(phone) ? 'registering' : told && 'lost';
}

/** The commands that the widget can't do for now, each with the reason (U-21, U-27, U-28). */
export function blocked(session: Session): Readonly<Partial<Record<CommandType, string>>> {
  const reasons: Partial<Record<string, string>> = {};
  if (session.ready === false) reasons['call.dial'] = 'The dialer is busy.';
  if (!mayCall(session)) reasons['call.dial'] = 'This account may not call.';
  if (fields(session.features)['sms'] === false || (session.senderNumbers && !ownNumbers(session)[0])) {
    reasons['inbox.send'] = 'This account may not send texts.';
  }
  if (!ringsHere(session)) {
    for (const control in actions) reasons[control] = 'Calls ring another phone. Set calling to Browser.';
  }
  return reasons;
}
