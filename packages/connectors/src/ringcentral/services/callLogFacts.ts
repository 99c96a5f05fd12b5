import type { CallLogFacts, EndReason, LogPhase, Party } from '@offhook/core';
import { amount, date, defined, directionOf, endAt, fields, text, type Fields } from '../read.js';
import { isAnswered, phaseOf } from '../sighting.js';
import { logged } from '../translatePresence.js';
import { hasDirection } from '../wire.js';
import { loggedFile } from './file.js';
import type { ServiceContext } from './serviceContext.js';
import { contactsFrom, fromWire } from './wireContact.js';

/** The call log's words for how a call ended. The others say nothing that we have a word for. */
const results: readonly (readonly [means: EndReason, says: RegExp])[] = [
  ['completed', /accepted|^(Call connected|Received)$/i],
  ['missed', /^(Missed|Voicemail|Abandoned)$/],
  ['rejected', /^(Rejected|Declined|Reply|Blocked)$/],
  ['cancelled', /^(Hang up|No Answer|Stopped)$/i],
  ['busy', /^Busy$/],
  ['failed', /Fail|Error|Wrong|Restrict|Disabled|No Calling|Offline|Suspended/],
];

/** Somebody, whose name is left out where RingCentral repeats the number for want of one. */
const who = (end: unknown, name: unknown): Party =>
  endAt(end, name === fields(end)['phoneNumber'] ? undefined : name);

const seconds = (value: unknown): number | undefined =>
  value === 0 || amount(value) ? Math.round(Number(value) * 1_000) : undefined;

/**
 * What a request of the call logger says of a call: while it goes on, when it has ended, or later from RingCentral's
 * call log, with a recording in the end. Nothing, if it is about no call.
 *
 * @param raw the body with its access tokens
 */
export function callLogFacts(
  body: Fields,
  raw: Fields,
  { connector, origin, clock, service }: ServiceContext,
): CallLogFacts | undefined {
  const call = fields(body['call']);
  const phone = fields(call['webphoneSession']);
  const sessionId = logged(call);
  const lasting = text(call['telephonySessionId']) ?? text(fields(phone['partyData'])['sessionId']);
  const vendorIds = [...new Set([lasting, sessionId, text(phone['id'])].flatMap((each) => each ?? []))];
  if (!vendorIds[0] || !hasDirection(call)) return undefined;

  const { result, duration } = call;
  const direction = directionOf(call);
  const inbound = direction === 'inbound';
  const [caller, callee] = [who(call['from'], call['fromName']), who(call['to'], call['toName'])];
  const isRecord = !!text(call['action']);
  const ended =
    (isRecord && result !== 'In Progress') ||
    result === 'Disconnected' ||
    call['terminationType'] === 'final' ||
    !!amount(phone['endTime']);
  const startedAt = amount(call['startTime']) ?? date(call['startTime']);
  const answeredAt = amount(phone['startTime']);
  // At its end a live call still has the status before that.
  const before = phaseOf(call['telephonyStatus']);
  const talked = isRecord || isAnswered(before) || answeredAt;
  const talkMs = talked ? seconds(duration) : before === 'waiting' ? 0 : undefined;
  const recording = fields(call['recording']);
  const { contentUri } = fields(fields(fields(raw['call'])['recording']));
  const recordings = loggedFile(recording, recording['link'], recording['type'], contentUri, origin);

  // Only the first request of a live call says whom it may be for.
  const begins = phaseOf(text(result) ?? call['telephonyStatus']) === 'waiting' || 'fromEntity' in body;
  const phase: LogPhase = recordings[0] ? 'recording' : ended ? 'final' : begins ? 'start' : 'update';
  const note = body['note'] ?? fields(body['formData'])['note'];
  const contacts = contactsFrom(call[inbound ? 'fromMatches' : 'toMatches'], service.name);
  return defined<CallLogFacts>({
    connector,
    vendorIds,
    phase,
    sessionId,
    direction,
    remote: inbound ? caller : callee,
    local: inbound ? callee : caller,
    startedAt,
    answeredAt,
    // A record doesn't tell: its duration leaves out for how long it rang.
    endedAt: ended && !isRecord ? (amount(phone['endTime']) ?? clock.now()) : undefined,
    talkMs: ended ? talkMs : undefined,
    endReason: isRecord ? results.find(([, says]) => says.test(String(text(result))))?.[0] : undefined,
    recordings: recordings[0] && recordings,
    note: typeof note === 'string' ? note : undefined,
    contact: fromWire(body[inbound ? 'fromEntity' : 'toEntity']),
    contacts: contacts[0] && contacts,
  });
}
