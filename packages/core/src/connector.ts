import type { ChatsPort } from './chats.js';
import type { Call } from './model/call.js';
import type { Chat } from './model/chat.js';
import type { Acknowledgement } from './model/chatReport.js';
import type { Command, CommandType } from './model/command.js';
import type { Report } from './model/report.js';
import type { Widget } from './model/widget.js';
import type { Clock } from './ports/clock.js';
import type { ContactsPort } from './ports/contacts.js';
import type { Ids } from './ports/ids.js';
import type { LogLink } from './ports/log.js';
import type { Provide } from './ports/provide.js';
import type { TabsPort } from './ports/tabs.js';

/** What a connector gets from the client. */
export interface ConnectorContext {
  /** Commits the reports of one frame, together. Never throws. */
  emit(reports: readonly Report[]): void;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Silent unless the app gave one; never gets message bodies, numbers or secrets. */
  trace(message: string, detail?: unknown): void;
  /** What the host answers when a vendor asks. */
  readonly provide: Provide;
  /** Where calls and messages are logged, if there is such a place; else they go to `provide` as they come. */
  readonly log: LogLink | undefined;
  readonly tabs: TabsPort;
  /** The host's contacts, if there are any. */
  readonly contacts: ContactsPort | undefined;
}

/** A connector at work. */
export interface ConnectorLink {
  /**
   * Gives the vendor a command that `can` has allowed. Throws (or rejects with) an OffhookError. A promise means
   * that the vendor acknowledges; without one the client watches the state for the effect.
   */
  send(
    command: Command,
    call: Call | undefined,
    chat?: Chat,
  ): void | Promise<void> | Promise<Acknowledgement | undefined>;
  /** Shows the vendor's frame over this element until the returned function is called. */
  attach?(element: HTMLElement): () => void;
  /** Gives back all listeners, timers and frames. */
  close(): void;
}

/** Speaks one vendor's protocol. Making one does nothing; the client connects it. */
export interface Connector {
  /** Unique in the client; the vendor's name unless the app gave another. */
  readonly id: string;
  /** The vendor's name, as people know it. */
  readonly name: string;
  /** What the vendor can do: `true`, or the reason why it never can. A command not named here is not supported. */
  readonly commands: Readonly<Partial<Record<CommandType, true | string>>>;
  /** Whether an id of a call is the same in each tab and after a reload. All are, unless given. */
  readonly isLasting?: (vendorId: string) => boolean;
  /** Whether the vendor gives the id of an ended call to a new one. */
  readonly recyclesIds?: boolean;
  /**
   * What keeps its chats, of a connector that chats: always `chatting`. An app whose connectors don't chat doesn't carry
   * the code for it.
   */
  readonly chats?: ChatsPort;
  /** The size that the vendor's frame asks for, in CSS pixels, until it says otherwise. */
  readonly size?: Widget['size'];
  connect(context: ConnectorContext): ConnectorLink;
}
