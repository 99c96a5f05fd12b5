import type { ContactMatch } from './contact.js';
import type { LogState } from './log.js';
import type { Party } from './party.js';

/** What the messages of a thread are. */
export type ThreadKind = 'sms' | 'voicemail' | 'fax' | 'pager';

/** A file that came with a message. The link never carries an access token. */
export interface Attachment {
  readonly id: string;
  readonly type?: string;
  readonly link?: string;
}

/** One message of a thread. */
export interface ThreadMessage {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: Party;
  readonly to: readonly Party[];
  readonly text?: string;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly read: boolean;
  readonly status: 'pending' | 'sent' | 'delivered' | 'received' | 'failed';
  readonly attachments: readonly Attachment[];
}

/** Messages with one party outside chat: SMS, voicemail, fax, pager. */
export interface Thread {
  /** `connector:vendorId`. */
  readonly id: string;
  readonly connector: string;
  readonly kind: ThreadKind;
  /** Everybody else in it. */
  readonly parties: readonly Party[];
  /** In the order of their times, each once. */
  readonly messages: readonly ThreadMessage[];
  readonly unread: number;
  readonly match: ContactMatch;
  readonly log: LogState;
}
