import type { Observable } from 'rxjs';
import type { Activity } from '../model/activity.js';
import type { Authorization } from '../model/authorization.js';
import type { Contact } from '../model/contact.js';
import type { Invite } from '../model/invite.js';
import type { CallLogEntry, LoggedEntries, MessageLogEntry } from '../model/log.js';
import type { Setting } from '../model/setting.js';
import type { Current } from '../stream/current.js';

/** What a handler is told beside its input. */
export interface Ask {
  /** Who asks: a connector's id, or `host` for the app's own screens. */
  readonly connector: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Wall-clock milliseconds: what comes later is too late for this request. Infinity where nobody sets one. */
  readonly deadline: number;
}

/**
 * How a handler may answer: with a value, a promise, or an Observable. Of an Observable the last value before the
 * deadline counts; matches add up over its values, so that a slow look-up can give what it has found so far.
 */
export type Answer<T> = T | PromiseLike<T> | Observable<T>;

/** One page of the host's contacts. */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** The number of the next page; left out of the last one. */
  readonly nextPage?: number | undefined;
  /** Wall-clock milliseconds as of which the contacts are complete: later asked for as `since`. */
  readonly at?: number | undefined;
}

/** By the number that was asked for, spelt as it was asked. */
export type ContactMatches = Readonly<Partial<Record<string, readonly Contact[]>>>;

type Handler<I, T> = (input: I, ask: Ask) => Answer<T>;

/**
 * What the host answers when a vendor asks. Written once; it serves each vendor that asks for it, and the app's own
 * screens. Leave out what you don't have: the vendor then shows no such thing. What a handler throws becomes the
 * vendor's empty answer, and an `error` event that names the handler.
 *
 * @example
 * const provide: Provide = {
 *   contacts: { match: (numbers, { signal }) => crm.match(numbers, signal) },
 *   callLog: { write: (entry, { signal }) => crm.put(`logs/${entry.key}`, entry, signal) },
 * };
 * const phone = createOffhook({ connectors, provide, log: logbook() });
 */
export interface Provide {
  readonly contacts?: {
    /** All contacts, page by page from 1; with `since` only those changed after it, deleted ones as tombstones. */
    readonly sync?: Handler<{ readonly page: number; readonly since?: number }, ContactPage>;
    /** Who fits what somebody types. */
    readonly search?: Handler<string, readonly Contact[]>;
    /** Who has these numbers. A number that is left out is not known (yet); an empty list says that nobody has it. */
    readonly match?: Handler<readonly string[], ContactMatches>;
    /** Emits when contacts have changed: vendors then sync again. */
    readonly changes$?: Observable<unknown>;
  };
  readonly activities?: {
    /** A contact's history, the newest first. Of the contact at least the id is known. */
    readonly list: Handler<Pick<Contact, 'id'> & Partial<Contact>, readonly Activity[]>;
    /** Somebody opens one in the vendor's widget. */
    readonly open?: Handler<Activity, unknown>;
  };
  readonly callLog?: {
    /** Writes one call: insert or update the row of `entry.key`; a `writeId` that was there before changes nothing. */
    readonly write: Handler<CallLogEntry, unknown>;
    /** Which of these calls, by the vendor's ids in its call log, are logged. */
    readonly match?: Handler<readonly string[], LoggedEntries>;
  };
  readonly messageLog?: {
    /** As that of calls. */
    readonly write: Handler<MessageLogEntry, unknown>;
    /** Which of these, by `conversationLogId`, are logged. */
    readonly match?: Handler<readonly string[], LoggedEntries>;
  };
  readonly authorization?: {
    /** Whether the agent is signed in to the host's system. Each change reaches the vendors. */
    readonly status: Current<Authorization>;
    /** Somebody presses the button for it; `authorized` is what they see now. Change `status` when it is so. */
    readonly toggle: Handler<Authorization, unknown>;
  };
  readonly settings?: {
    /** Each change reaches the vendors. */
    readonly values: Current<readonly Setting[]>;
    /** Somebody sets one (or presses it, if it is a button). Change `values` when it is so. */
    readonly change: Handler<Setting, unknown>;
  };
  readonly invites?: {
    readonly conference?: Handler<Invite, unknown>;
    readonly meeting?: Handler<Invite, unknown>;
  };
}
