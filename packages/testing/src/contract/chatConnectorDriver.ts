import type { CommandType, Connector, Participant } from '@offhook/core';
import type { Awaitable } from './bindingDriver.js';
import type { ConnectorEnvironment } from './connectorDriver.js';

/** A chat, in the contract's script. */
export interface ScriptedChat {
  /** The vendor's id, unique in one check. */
  readonly id: string;
}

/** An agent's message, in the contract's script. */
export interface ScriptedMessage {
  /** The vendor's id, if it has such. */
  readonly id: string;
  /** Where it stands in the vendor's order, if it has one: from 1, without gaps, the customer's own among them. */
  readonly seq: number;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** A chat that goes on already. */
export interface FoundChat extends ScriptedChat {
  readonly agent: Participant;
  readonly messages: readonly ScriptedMessage[];
}

/** What the vendor says of video calls. */
export interface ScriptedVideo {
  /** The agent asks for a call. */
  requested(chat: ScriptedChat): Awaitable<void>;
  /** Whoever was asked has taken it, and the agent's pictures and sounds are there: this stream. */
  connected(chat: ScriptedChat, remote: MediaStream): Awaitable<void>;
  /** The agent has hung up or declined. */
  ended(chat: ScriptedChat): Awaitable<void>;
  /** What the customer's `video.hangUp` asked for is done; it may be so already. */
  endedByCustomer(chat: ScriptedChat): Awaitable<void>;
}

/** What the vendor says of the customer's screen, or of the page. */
export interface ScriptedShare {
  /** The agent sees it. */
  on(chat: ScriptedChat): Awaitable<void>;
  /** The agent's side has ended it. */
  ended(chat: ScriptedChat): Awaitable<void>;
  /** What the customer's command to stop asked for is done; it may be so already. */
  endedByCustomer(chat: ScriptedChat): Awaitable<void>;
}

/**
 * How the contract drives a connector that chats: the driver plays the vendor. Each step says what the vendor says then,
 * over whatever the two speak, and does nothing else.
 */
export interface ChatConnectorDriver {
  readonly connector: Connector;
  /** From now on the vendor can be reached. */
  ready(): Awaitable<void>;
  /** Answers `chat.open`: there is none. */
  foundNone(): Awaitable<void>;
  /** Answers `chat.open`: this one goes on. */
  found(chat: FoundChat): Awaitable<void>;
  /** Answers `chat.start`: it is begun, and waits. */
  started(chat: ScriptedChat): Awaitable<void>;
  /** Answers `chat.start`: it can't be begun now. */
  refused(): Awaitable<void>;
  queued(chat: ScriptedChat, position: number): Awaitable<void>;
  joined(chat: ScriptedChat, agent: Participant): Awaitable<void>;
  said(chat: ScriptedChat, message: ScriptedMessage): Awaitable<void>;
  /** The customer's message with this text has reached the vendor; also as the copy that the vendor tells each page. */
  echoed(chat: ScriptedChat, text: string, seq: number): Awaitable<void>;
  typed(chat: ScriptedChat, typing: boolean): Awaitable<void>;
  /** The server is away, and there again; the chat has gone on. */
  lost(): Awaitable<void>;
  back(): Awaitable<void>;
  /** The agent has ended it. */
  ended(chat: ScriptedChat): Awaitable<void>;
  /** What the customer's `chat.end` asked for is done. */
  endedByCustomer(chat: ScriptedChat): Awaitable<void>;
  /** How often this command has reached the vendor. */
  told(type: CommandType): number;
  /** Listeners, globals and sockets that the connector holds on to now. */
  held(): number;
  /** For a connector that can do it, which the contract is told by `media`. So are the next two. */
  readonly video?: ScriptedVideo;
  readonly screen?: ScriptedShare;
  readonly cobrowse?: ScriptedShare;
  /** Things that the vendor must not say, each of which is said when called. */
  readonly hostile?: readonly (() => void)[];
}

/** Makes the connector with the environment's fakes. Called for each connection. */
export type CreateChatConnector = (environment: ConnectorEnvironment) => ChatConnectorDriver;
