import type {
  Call,
  CallLogFacts,
  LoggedAttachment,
  LoggedRecording,
  LogPhase,
  MessageLogFacts,
} from '@offhook/core';
import { defined } from './defined.js';
import type { CallRecord, MessageRecord } from './record.js';
import { withoutSecrets } from './withoutSecrets.js';

/** In their order. */
export const phases: readonly LogPhase[] = ['start', 'update', 'final', 'recording'];

/** How well somebody knows: what the client concluded, what it was told, what the vendor wants logged. */
const certainty = { concluded: 0, told: 1, vendor: 2 };

const weightOf = (phase: LogPhase, by: keyof typeof certainty): number =>
  phases.indexOf(phase) * 3 + certainty[by];

/** What the client knows of a call. */
export function factsOfCall(call: Call): CallRecord {
  const { connector, vendorIds, direction, remote, local, startedAt, answeredAt, endedAt, endReason } = call;
  const phase = call.state === 'ended' ? 'final' : 'start';
  const told = call.endReasonFrom === 'vendor' || call.durations.source === 'vendor';
  return defined({
    type: 'call',
    connector,
    vendorIds,
    phase,
    weight: weightOf(phase, told ? 'told' : 'concluded'),
    direction,
    remote,
    local,
    startedAt,
    answeredAt,
    endedAt,
    talkMs: phase === 'final' ? call.durations.talkMs : undefined,
    endReason,
    recordings: call.recordings.map(storedFile),
    matched: call.match.status === 'one' ? call.match.contacts[0] : undefined,
  });
}

/** What a vendor wants logged of a call, as of now. */
export function factsOfVendor(facts: CallLogFacts, at: number): CallRecord {
  const { note: _1, contact: _2, contacts: _3, recordings = [], remote = {}, ...rest } = facts;
  return defined({
    type: 'call',
    ...rest,
    ...chosenBy(facts, at),
    weight: weightOf(rest.phase, 'vendor'),
    remote,
    recordings: recordings.map(storedFile),
  });
}

/** What a vendor wants logged of messages, as of now. */
export function factsOfMessages(facts: MessageLogFacts, at: number): MessageRecord {
  const { note: _1, contact: _2, contacts: _3, messages, ...rest } = facts;
  return defined({
    type: 'messages',
    ...rest,
    ...chosenBy(facts, at),
    messages: messages.map((message) => ({
      ...message,
      attachments: message.attachments.map(storedFile),
    })),
  });
}

type Chosen = Pick<CallRecord, 'vendorNote' | 'vendorContact' | 'matched'>;

const chosenBy = (
  { note, contact, contacts = [] }: Pick<CallLogFacts, 'note' | 'contact' | 'contacts'>,
  at: number,
): { [K in keyof Chosen]-?: Chosen[K] | undefined } => ({
  vendorNote: note === undefined ? undefined : { value: note, at },
  vendorContact: contact && { value: contact, at },
  matched: contacts.length === 1 ? contacts[0] : undefined,
});

/** What is kept of a file: no token, and no function. */
function storedFile({
  id,
  type,
  link,
  fetch,
}: LoggedRecording | LoggedAttachment): CallRecord['recordings'][number] {
  return defined({
    id,
    type,
    link: link === undefined ? undefined : withoutSecrets(link),
    fetchable: fetch ? 1 : undefined,
  });
}
