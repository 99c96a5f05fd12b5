import type { Frame } from '../frame.js';
import { account } from './account.js';
import { statusOf, type KunziteCall } from './call.js';
import type { KunziteSession } from './session.js';

/** Who speaks and in what state; part of every frame. */
function contextOf(session: KunziteSession): Readonly<Record<string, unknown>> {
  return {
    // The document shows `online` alone; the other word is a guess.
    status: session.state.sip === 'registered' ? 'online' : 'offline',
    user: account.user,
    extension: account.extension,
    size: { ...account.size },
  };
}

export const loggedFrame = (session: KunziteSession): Frame => ({
  type: 'logged',
  data: { context: contextOf(session) },
});

export type CallEvent = 'calling' | 'ringing' | 'accepted' | 'terminated';

/** Whole seconds, as the vendor counts. */
const seconds = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1000));

/** A call as its frames tell of it: `date` stays its start, and no sum is known before its end. */
export function callFrame(session: KunziteSession, event: CallEvent, call: KunziteCall): Frame {
  const { createdAt, answeredAt, endedAt, remote, localNumber } = call;
  const inbound = call.direction === 'inbound';
  const waited = answeredAt ?? endedAt;
  const wait = waited === undefined ? 0 : seconds(createdAt, waited);
  const duration = answeredAt === undefined || endedAt === undefined ? 0 : seconds(answeredAt, endedAt);
  return {
    type: `phone:${event}`,
    data: {
      context: contextOf(session),
      id: call.id,
      date: new Date(createdAt).toISOString(),
      from: inbound ? remote.number : localNumber,
      to: inbound ? localNumber : remote.number,
      direction: call.direction,
      status: statusOf(call),
      duration,
      wait,
      total: endedAt === undefined ? 0 : duration + wait,
      team: call.team,
    },
  };
}
