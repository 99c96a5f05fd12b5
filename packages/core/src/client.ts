import type { Observable } from 'rxjs';
import type { Agent } from './model/agent.js';
import type { Call, CallState } from './model/call.js';
import type { Capabilities, Capability } from './model/capability.js';
import type { Chat } from './model/chat.js';
import type { ChatStreams } from './model/chatMedia.js';
import type { Command, CommandResult, CommandType } from './model/command.js';
import type { Connection } from './model/connection.js';
import type { Devices } from './model/device.js';
import type { EventOf, EventType, OffhookEvent } from './model/event.js';
import type { Message } from './model/message.js';
import type { Pane, PaneContext } from './model/pane.js';
import type { Thread } from './model/thread.js';
import type { Widget } from './model/widget.js';
import type { Clock } from './ports/clock.js';
import type { ContactsPort } from './ports/contacts.js';
import type { LogLink } from './ports/log.js';
import type { Provide } from './ports/provide.js';
import type { TabsPort } from './ports/tabs.js';
import type { Collection } from './stream/collection.js';
import type { Current } from './stream/current.js';

/** What `can` is asked about, beside the command's type. */
export interface CanTarget {
  readonly call?: Call | undefined;
  readonly chat?: Chat | undefined;
  /** A connector's id; without it the call's or the chat's, else the default one's, else the only one that can. */
  readonly connector?: string | undefined;
}

/** How long a command may take, and how to give it up. */
export interface ExecuteOptions {
  /** Gives up waiting; what the vendor has been told can't be taken back. */
  readonly signal?: AbortSignal;
  /** How long to wait for the effect, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The states of a call that may open its vendor's widget. */
export type OpeningState = Extract<CallState, 'ringing' | 'dialing' | 'active'>;

/** How a vendor's frame is shown. */
export interface AttachOptions {
  /**
   * The element is hidden while the widget is closed, and of the size that the widget asks for while it is open; a call
   * of that vendor which comes into one of these states opens it. Without this it is always shown, as large as it is.
   */
  readonly openOn?: readonly OpeningState[] | undefined;
}

/** The client: owns the connectors, the state and the events. Made by `createOffhook`. */
export interface Offhook {
  /** Live calls. An ended one leaves, but `get` serves it while it is among the recent ones. */
  readonly calls: Collection<Call>;
  /** Ended calls, the last one first. */
  readonly recentCalls: Current<readonly Call[]>;
  /** A ringing call, else the active one, else the last held, else the last ended. */
  readonly focus: Current<Call | undefined>;
  /** Inbound calls that ring, the longest ringing first. */
  readonly incomingCalls: Current<readonly Call[]>;
  readonly inbox: Collection<Thread>;
  /** Chats, the newest first. One that has ended stays until another begins in its place, or while it is among the recent ones. */
  readonly chats: Collection<Chat>;
  /** The chat that the person most likely means: the latest with an agent, else in the queue, else about to begin, else idle, else over. */
  readonly chatFocus: Current<Chat | undefined>;
  /** The messages of one chat, or without an id of the one in focus: each once, in order. None of a chat that nobody knows. */
  messagesOf(chatId?: string): Current<readonly Message[]>;
  /**
   * The live pictures and sounds of one chat, or without an id of the one in focus. None of a chat that nobody knows or that
   * is over; the same object as long as they are the same.
   */
  streamsOf(chatId?: string): Current<ChatStreams>;
  /** The id of the connector whose chats are meant where none is named: the default one if it chats, else the first that does. */
  readonly chatConnector: string;
  /** By connector id. */
  readonly connections: Collection<Connection>;
  /** By connector id. */
  readonly agents: Collection<Agent>;
  /** By connector id. */
  readonly widgets: Collection<Widget>;
  /** What the vendors leave to the host. By connector id. */
  readonly devices: Collection<Devices>;
  /** The pages shown for calls that wait, are open or were blocked, by call id. The others have left: an event tells. */
  readonly panes: Collection<Pane>;
  /** Of a page that is itself in a pane: whose, and for which call. */
  readonly paneContext: Current<PaneContext | undefined>;
  /** The default connector's. */
  readonly connection: Current<Connection>;
  /** The default connector's. */
  readonly agent: Current<Agent>;
  /** What can be commanded now, where a command names no call and no chat. */
  readonly capabilities: Current<Capabilities>;
  /** Hot, not replayed; never errors. */
  readonly events$: Observable<OffhookEvent>;
  readonly clock: Clock;
  /** What the host answers when a vendor asks, as it was given. */
  readonly provide: Provide;
  /** Where calls and messages are logged, if a log was given. */
  readonly log: LogLink | undefined;
  readonly tabs: TabsPort;
  /** The host's contacts, if there are any: the port that was given, or one over the handlers of `provide.contacts`. */
  readonly contacts: ContactsPort | undefined;
  /** Calls back for one type of event; returns what ends it. */
  on<T extends EventType>(type: T, handler: (event: EventOf<T>) => void): () => void;
  /** Whether a command can be given now, and if not, why. Never throws. */
  can(type: CommandType, target?: CanTarget): Capability;
  /**
   * Gives a command. Resolves when its effect is observed, or the vendor acknowledges, or it is so already.
   * Rejects with an OffhookError. Given before the vendor is ready for the first time, it waits for that a while.
   */
  execute(command: Command, options?: ExecuteOptions): Promise<CommandResult>;
  /** Shows the vendor's frame over this element until the returned function is called; the frame itself stays. */
  attachSoftphone(element: HTMLElement, connector?: string, options?: AttachOptions): () => void;
  /** Opens a widget, where its frame follows that (`openOn`). The default connector's unless another is named. */
  openWidget(connector?: string): void;
  /** Closes it: the frame is out of sight and goes on. */
  closeWidget(connector?: string): void;
  /**
   * Opens a popup that was blocked, or brings an open one to the front. Synchronous: browsers let popups open right in a
   * person's click. Like the next two, it does nothing for a pane that is not there any more.
   */
  openPane(id: string): void;
  /** The work in it is done. */
  completePane(id: string): void;
  /** It is given up. */
  closePane(id: string): void;
  /**
   * Shows an open pane's page in this element, as a sandboxed iframe that fills it, until the returned function is
   * called: to be done when the pane has left, too. The page starts anew when it is shown again.
   */
  attachPane(element: HTMLElement, id: string): () => void;
  /** Ends everything: frames leave, streams complete. */
  close(): void;
}
