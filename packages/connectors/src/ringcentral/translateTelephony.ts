import type { Direction, EndReason } from '@offhook/core';
import { date, directionOf, endAt, fields, id, list, text, type Fields } from './read.js';
import { phaseOf, type Sighting } from './sighting.js';
import { logged } from './translatePresence.js';
import { hasDirection } from './wire.js';

/**
 * What RingCentral's reasons for the end of a party are to us, and of calls in which direction. Those not here say
 * less than the call's own course.
 */
const reasons: readonly (readonly [means: EndReason, says: RegExp, of?: Direction])[] = [
  ['rejected', /Rejected|Replied/],
  ['busy', /Busy/],
  ['missed', /Cancel|NoAnswer|Timeout|Voice/, 'inbound'],
  ['cancelled', /Cancel/, 'outbound'],
  ['answered-elsewhere', /AgentAnswered|Pickup/, 'inbound'],
  ['transferred', /Transfer|Redirect/],
  ['failed', /Error|Invalid|Disabled|Blocked|NotEnough|NoSuch|CallDropped/],
];

/**
 * What a telephony session says of our party in it: of each of ours, since who calls themselves has two. A party is
 * ours when another stream has named it (`known`), or its extension is the one that the session was sent to, or
 * there is no other.
 */
export function translateTelephony(session: Fields, known: readonly unknown[]): readonly Sighting[] {
  const members = list(session['parties']).filter(hasDirection);
  const extension = id(session['extensionId']);
  /** The end of the call at which a member sits. */
  const endOf = (member: Fields): Fields => fields(member[member['direction'] === 'Inbound' ? 'to' : 'from']);
  const ours = members.filter(
    (member) =>
      !members[1] ||
      known.includes(member['id']) ||
      (extension && id(endOf(member)['extensionId']) === extension),
  );

  return ours.flatMap((member) => {
    const { code, reason } = fields(member['status']);
    const direction = directionOf(member);
    const phase = phaseOf(code);
    const why = String(text(reason) ?? text(code));
    // Our party may go and the call go on, under a new party, on another of our devices.
    if (!phase || /^Call(Flip|Switch)/.test(why)) return [];
    const recordings = list(member['recordings']);
    const others = members.filter((each) => each !== member);
    return {
      stream: 'telephony',
      direction,
      phase,
      session: text(session['id']),
      party: text(member['id']),
      logged: logged(session),
      caller: endAt(member['from']),
      callee: endAt(member['to']),
      startedAt: date(session['creationTime']),
      facts: {
        recording: recordings.some(({ active }) => active) ? 'on' : recordings[0] && 'off',
        participants: others[0] && others.map((each) => endAt(endOf(each))),
      },
      reason: reasons.find(([, says, of = direction]) => of === direction && says.test(why))?.[0],
    };
  });
}
