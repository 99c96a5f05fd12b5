import type {
  CallLogEntry,
  Contact,
  LoggedAttachment,
  LoggedMessage,
  LoggedRecording,
  MessageLogEntry,
} from '@offhook/core';
import type { Stamped } from './stamped.js';

/** A file that some tab can fetch: how often it was put so, since each time is worth a write. */
interface Fetchable {
  readonly fetchable?: number;
}

export type StoredRecording = Omit<LoggedRecording, 'fetch'> & Fetchable;
export type StoredAttachment = Omit<LoggedAttachment, 'fetch'> & Fetchable;
export type StoredMessage = Omit<LoggedMessage, 'attachments'> & {
  readonly attachments: readonly StoredAttachment[];
};

/**
 * Who set the note, and whom the entry is for. The vendor says again and again what it has, so that what it says is
 * kept apart from what the agent set: only what it says otherwise is newer.
 */
export interface Chosen {
  readonly agentNote?: Stamped<string>;
  readonly vendorNote?: Stamped<string>;
  readonly agentContact?: Stamped<Contact>;
  readonly vendorContact?: Stamped<Contact>;
  /** The one that the number fits, or that the app chose of several: counts while nobody has chosen another. */
  readonly matched?: Contact;
}

type Own = 'key' | 'writeId' | 'note' | 'contact';

/** What is kept of a call, and what is added to it: all that is known, without secrets and functions. */
export interface CallRecord extends Chosen, Omit<CallLogEntry, Own | 'direction' | 'recordings'> {
  readonly type: 'call';
  /** How much these facts weigh against others: how late they are, then how well the one who says them knows. */
  readonly weight: number;
  readonly direction?: CallLogEntry['direction'];
  readonly recordings: readonly StoredRecording[];
}

/** What is kept of messages. */
export interface MessageRecord extends Chosen, Omit<MessageLogEntry, Own | 'messages'> {
  readonly type: 'messages';
  readonly messages: readonly StoredMessage[];
}

/** What the outbox keeps under one key. */
export type LogRecord = CallRecord | MessageRecord;
