import type { Observable } from 'rxjs';
import type { Call } from '../model/call.js';
import type { Contact } from '../model/contact.js';
import type { OffhookError } from '../model/error.js';
import type { OffhookEvent } from '../model/event.js';
import type { HandlerName } from '../model/handlerName.js';
import type { CallLogEntry, LoggedEntries, LogPhase, LogState, MessageLogEntry } from '../model/log.js';
import type { Current } from '../stream/current.js';
import type { Clock } from './clock.js';
import type { Provide } from './provide.js';

/** What a vendor, or the client, knows of a call that is to be logged. It is added to what the log has. */
export interface CallLogFacts extends Partial<
  Omit<CallLogEntry, 'key' | 'writeId' | 'connector' | 'phase' | 'vendorIds'>
> {
  readonly connector: string;
  /** The vendor's ids, the most lasting first. */
  readonly vendorIds: readonly string[];
  readonly phase: LogPhase;
  /** Whom it may be for, where that is not clear: asked for once, and logged for one. */
  readonly contacts?: readonly Contact[];
}

/** What a vendor knows of messages that are to be logged. */
export interface MessageLogFacts extends Omit<MessageLogEntry, 'key' | 'writeId'> {
  /** As a call's. */
  readonly contacts?: readonly Contact[];
}

/** What the log gets from the client. */
export interface LogContext {
  readonly provide: Provide;
  readonly events$: Observable<OffhookEvent>;
  readonly clock: Clock;
  /** A call by its id, or by any of its vendor's ids behind the connector's: `connector:vendorId`. */
  call(id: string): Call | undefined;
  /** Whether a vendor's id of a call is the same in each tab and after a reload. */
  isLasting(connector: string, vendorId: string): boolean;
  /** Whether a vendor gives the id of an ended call to a new one. */
  recyclesIds(connector: string): boolean;
  /** Tells what has become of the entry of a call or thread. */
  told(id: string, state: LogState): void;
  /** Tells of a handler that failed. */
  failed(handler: HandlerName, error: OffhookError): void;
}

/** The log at work. */
export interface LogLink {
  /** How many writes wait to be sent. */
  readonly pending: Current<number>;
  /** Takes what is known of a call. Resolves when that is kept safely; it reaches the host's system by itself. */
  call(facts: CallLogFacts): Promise<void>;
  messages(facts: MessageLogFacts): Promise<void>;
  /** Which calls it has logged by itself, by the vendor's ids asked for. */
  logged(connector: string, ids: readonly string[]): Promise<LoggedEntries>;
  /** Sets the agent's note, and whom a call is logged for. */
  annotate(callId: string, facts: { readonly note?: string; readonly contact?: Contact }): Promise<void>;
  close(): void;
}

/** Where calls and messages are logged. `@offhook/logbook` is one that loses and doubles nothing. */
export interface LogPort {
  connect(context: LogContext): LogLink;
}
