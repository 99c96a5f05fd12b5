import type { Call, CallLogEntry, Contact, MessageLogEntry } from '@offhook/core';
import type { Tabs } from '@offhook/tabs';

/** How the log works. */
export interface LogbookOptions {
  /** The other tabs of this app, the ones that `createOffhook` has; made by itself unless given. */
  readonly tabs?: Tabs;
  /** Storage's name, one for each agent or account where several share a browser; `offhook-log` unless given. */
  readonly name?: string;
  /**
   * Whether a call is logged though its vendor doesn't ask for it: each one unless given; `false`: only what a vendor
   * asks for and what has a note.
   */
  readonly auto?: boolean | ((call: Call) => boolean);
  /**
   * Whom an entry is for when several contacts have the number. Asked once for an entry, over all tabs; what it gives
   * counts until somebody chooses another. `undefined`: logged without a contact.
   */
  readonly resolve?: (
    entry: CallLogEntry | MessageLogEntry,
    contacts: readonly Contact[],
  ) => Contact | undefined | PromiseLike<Contact | undefined>;
  /** How long what was written is remembered, for what may still be added to it; 30 days in milliseconds unless given. */
  readonly keepMs?: number;
  /** How long the next try waits for after a failure, in milliseconds: from a second to a minute unless given. */
  readonly backoff?: { readonly firstMs?: number; readonly maxMs?: number };
  /** Spreads tries, from 0 to 1; `Math.random` unless given. */
  readonly random?: () => number;
}
