import type { Direction, EndReason } from './call.js';
import type { Contact } from './contact.js';
import type { Party } from './party.js';
import type { ThreadKind, ThreadMessage } from './thread.js';

/** What has become of the log entry of a call or thread. */
export interface LogState {
  readonly status: 'none' | 'saving' | 'saved' | 'waiting' | 'failed';
  /** How many writes still wait to be sent. */
  readonly waiting: number;
  /** The agent's note, as it is logged or will be. */
  readonly note?: string;
}

/** Nothing logged, shared so that calls without a log entry compare equal. */
export const notLogged: LogState = { status: 'none', waiting: 0 };

/** How far a call's log entry has come. It never goes back. */
export type LogPhase = 'start' | 'update' | 'final' | 'recording';

/** A recording in a log entry. What is stored never carries an access token. */
export interface LoggedRecording {
  readonly id: string;
  readonly link?: string;
  readonly type?: string;
  /**
   * Fetches the file with the vendor's short-lived token. Only in the tab that was told of it, and only while that
   * lives: fetch at once. Rejects with an OffhookError.
   */
  readonly fetch?: (signal?: AbortSignal) => Promise<Blob>;
}

/** What all log entries have in common. */
interface LogEntryBase {
  /** The same for one call or thread in every tab and after a reload: one row in the host's system has this key. */
  readonly key: string;
  /** The same each time that this very write is tried, another for each other write: an idempotency key. */
  readonly writeId: string;
  readonly connector: string;
  /** All of the vendor's ids for it. */
  readonly vendorIds: readonly string[];
  /** Whom it is logged for, where that is clear or was chosen. */
  readonly contact?: Contact;
  readonly note?: string;
}

/**
 * A call, as the host's system is to keep it: always the whole of what is known, so that writing it again, or
 * writing only the last of several, loses nothing.
 */
export interface CallLogEntry extends LogEntryBase {
  readonly phase: LogPhase;
  /** The vendor's id of the call in its own call log, where it has one. */
  readonly sessionId?: string;
  readonly direction: Direction;
  readonly remote: Party;
  readonly local?: Party;
  /** Wall-clock milliseconds, as are all times that end in `At`. */
  readonly startedAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  readonly talkMs?: number;
  readonly endReason?: EndReason;
  readonly recordings: readonly LoggedRecording[];
}

/** A file of a logged message. What is stored never carries an access token. */
export interface LoggedAttachment {
  readonly id: string;
  readonly type?: string;
  readonly link?: string;
  /** As a recording's. */
  readonly fetch?: (signal?: AbortSignal) => Promise<Blob>;
}

/** A message as the host's system is to keep it. */
export interface LoggedMessage extends Omit<ThreadMessage, 'attachments'> {
  readonly attachments: readonly LoggedAttachment[];
}

/** The messages of one thread on one day, or however the vendor groups them, as the host's system is to keep them. */
export interface MessageLogEntry extends LogEntryBase {
  /** The vendor's id of the group, such as a thread and a date. */
  readonly conversationLogId: string;
  readonly kind: ThreadKind;
  readonly parties: readonly Party[];
  readonly messages: readonly LoggedMessage[];
}

/** What the host's system has logged: the id of its own entry, and the note. */
export interface LoggedEntry {
  readonly id: string;
  readonly note?: string;
}

/** By the vendor's id that was asked for. */
export type LoggedEntries = Readonly<Partial<Record<string, readonly LoggedEntry[]>>>;
