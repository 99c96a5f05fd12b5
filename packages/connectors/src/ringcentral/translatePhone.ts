import { amount, directionOf, fields, flag, lastWord, meaning, party, text, type Fields } from './read.js';
import { phaseOf, type Sighting } from './sighting.js';

/** `pending` is neither: the vendor has yet to say whether it records. */
const recordings = { on: 'recording', off: 'idle noAccess' };

/**
 * What a call of the web phone says, from a frame of its own or from the list of all (`event` left out). The frame's
 * name says it, or else the status: at the end that is the last one before it (U-9).
 */
export function translatePhone(call: Fields, event?: string): Sighting {
  const { partyId, sessionId } = fields(call['partyData']);
  const direction = directionOf(call);
  const answeredAt = amount(call['startTime']);
  const refused = call['isToVoicemail'] || call['isReplied'] ? 'rejected' : undefined;
  const reason = call['isForwarded'] || call['isOnTransfer'] ? 'transferred' : refused;
  const status = phaseOf(lastWord(call['callStatus'])) ?? (answeredAt ? 'active' : 'waiting');
  return {
    stream: 'phone',
    direction,
    phase: phaseOf(event) ?? (call['isOnHold'] && status === 'active' ? 'held' : status),
    leg: text(call['id']),
    session: text(sessionId),
    party: text(partyId),
    // On an outbound call `from` is who we are, `fromNumber` the number that we show.
    caller: { ...party(call['from'], call['fromUserName']), ...party(call['fromNumber']) },
    callee: party(call['to'], call['toUserName']),
    startedAt: amount(call['creationTime']),
    facts: {
      muted: flag(call['isOnMute']),
      recording: meaning(recordings, lastWord(call['recordStatus'])),
      queue: text(call['callQueueName']),
      sipCallId: text(call['callId']),
      answeredAt,
      endedAt: amount(call['endTime']),
    },
    reason,
    // Who answered here has it here, unless they are taking it to another device; who sent it away doesn't wait.
    open: !!call['isOnFlip'] || (direction === 'inbound' && !answeredAt && !reason),
    listed: !event,
  };
}
