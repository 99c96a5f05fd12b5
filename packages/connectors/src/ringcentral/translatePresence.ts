import { amount, directionOf, endAt, id, text, type Fields } from './read.js';
import { phaseOf, type Sighting } from './sighting.js';

/** What presence says of a call of this extension, on whatever device; nothing, for a status that nobody knows. */
export function translatePresence(call: Fields, deskphone: boolean): readonly Sighting[] {
  const phase = phaseOf(call['telephonyStatus']);
  return phase
    ? [
        {
          stream: 'presence',
          direction: directionOf(call),
          // The end is only what is called final (U-14).
          phase: call['terminationType'] === 'final' ? 'ended' : phase,
          session: text(call['telephonySessionId']),
          party: text(call['partyId']),
          logged: logged(call),
          caller: endAt(call['from'], call['fromName']),
          callee: endAt(call['to'], call['toName']),
          startedAt: amount(call['startTime']),
          deskphone,
        },
      ]
    : [];
}

/** The call's number in the call log. Of a conference it is 0, of every conference. */
export const logged = ({ sessionId }: Fields): string | undefined =>
  id(Number(id(sessionId)) ? sessionId : '');
