import { OffhookError, type Connection, type Report } from '@offhook/core';
import { defined, webAddress } from './read.js';
import { blocked, sipOf, statusOf, type Session } from './session.js';

/** How long a status that may be a passing one has to hold before it is told, in milliseconds. */
const settleMs = 500;

/** What the client has been told of the session. */
export interface ToldSession extends Pick<Connection, 'status' | 'sip' | 'signInUrl'> {
  /** When a status that may be a passing one holds; monotonic milliseconds. */
  readonly dueAt?: number | undefined;
}

/** What follows for the client from how the session is now. Saying the same again says nothing. */
export function tellSession(
  session: Session,
  told: ToldSession,
  now: number,
): { readonly told: ToldSession; readonly reports: readonly Report[] } {
  const found = statusOf(session, told.status);
  // A failed permission check signs the person in and out again within milliseconds: without a dialer that is ready,
  // only time tells (U-23). And at a sign-out the phone disconnects first: what looks like a loss may be the way out.
  const passing = told.status === 'ready' ? found === 'offline' : found === 'ready' && !session.ready;
  const dueAt = passing ? (told.dueAt ?? now + settleMs) : 0;
  const waits = now < dueAt;
  const status = waits ? told.status : found;
  const connection = defined<Pick<Connection, 'status' | 'sip' | 'reason' | 'signInUrl'>>({
    status,
    sip: sipOf(session, told.sip),
    reason:
      status === 'offline' && session.currentActive === false ? 'Another tab has the phone.' : undefined,
    signInUrl: status === 'signed-out' ? webAddress(session.oAuthUri) : undefined,
  });
  const reports: Report[] = [{ type: 'connection', ...connection }];
  if (connection.signInUrl && !told.signInUrl) {
    reports.push({
      type: 'error',
      error: new OffhookError('auth-required', 'Show the person the signInUrl.'),
    });
  }
  // Of a vendor that isn't ready the client asks nothing.
  if (status === 'ready') reports.push({ type: 'capabilities', blocked: blocked(session) });
  return { told: waits ? { ...connection, dueAt } : connection, reports };
}
