import type { CallLogEntry, MessageLogEntry } from '@offhook/core';
import { defined } from './defined.js';
import type { Files } from './files.js';
import type { CallRecord, LogRecord, MessageRecord, StoredRecording } from './record.js';
import { later } from './stamped.js';

/** The note that counts. */
export const noteOf = ({ agentNote, vendorNote }: LogRecord): string | undefined =>
  later(vendorNote, agentNote)?.value;

/** Whom the entry is for. */
export const contactOf = ({ agentContact, vendorContact, matched }: LogRecord): CallLogEntry['contact'] =>
  later(vendorContact, agentContact)?.value ?? matched;

/** What is kept, as the host's system gets it. */
export function entryOf(record: CallRecord, key: string, writeId: string, files?: Files): CallLogEntry;
export function entryOf(record: MessageRecord, key: string, writeId: string, files?: Files): MessageLogEntry;
export function entryOf(
  record: LogRecord,
  key: string,
  writeId: string,
  files?: Files,
): CallLogEntry | MessageLogEntry;
export function entryOf(
  record: LogRecord,
  key: string,
  writeId: string,
  files?: Files,
): CallLogEntry | MessageLogEntry {
  const {
    agentNote: _1,
    vendorNote: _2,
    agentContact: _3,
    vendorContact: _4,
    matched: _5,
    ...known
  } = record;
  const whole = ({ fetchable: _, ...file }: StoredRecording): CallLogEntry['recordings'][number] =>
    defined({ ...file, fetch: files?.find(record.connector, file.id) });
  const ours = defined({ key, writeId, note: noteOf(record), contact: contactOf(record) });
  if (known.type === 'call') {
    const { type: _type, weight: _weight, ...facts } = known;
    return { direction: 'inbound', ...facts, ...ours, recordings: known.recordings.map(whole) };
  }
  const { type: _type, ...facts } = known;
  return {
    ...facts,
    ...ours,
    messages: known.messages.map((message) => ({
      ...message,
      attachments: message.attachments.map(whole),
    })),
  };
}
