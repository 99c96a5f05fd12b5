import type { Chat, ChatState } from './chat.js';
import type { ChatMedia, ChatStreams, MediaKind } from './chatMedia.js';
import type { Message, MessageFile } from './message.js';

/** The facts of a chat that a connector may report. What is left out stays as it was; `undefined` takes it away. */
type ChatFacts = {
  readonly [
    K in
      | 'clientId'
      | 'queuePosition'
      | 'startedAt'
      | 'connectedAt'
      | 'endedAt'
      | 'endedBy'
      | 'endReason'
      | 'failure'
      | 'notice'
      | 'callback'
      | 'captcha'
      | 'unread'
  ]?: Chat[K] | undefined;
} & Partial<Pick<Chat, 'attached' | 'agents' | 'typing' | 'server' | 'uploads'>>;

/**
 * What is said of a video call, a screen share or a co-browsing session. Merged into what is known of it, field by field;
 * `undefined` takes one away. The state moves along the model's steps; a new one begins with a state that is live, when
 * there is none that goes on. `connectedAt` and `startedAt` are when that state first came, unless given.
 */
export type MediaFacts<K extends MediaKind> = {
  readonly [F in keyof ChatMedia[K]]?: ChatMedia[K][F] | undefined;
};

/**
 * What a connector says it saw of one chat. The client finds the chat by any of its ids (or adds it, when a state is
 * given), checks the step against the model, and tells what changed. Saying the same thing twice changes nothing.
 * With the state they belong to, `queuePosition`, `typing`, `failure` and `captcha` lapse by themselves; what goes on in
 * `video`, `screen` and `cobrowse` ends with the chat.
 */
export type ChatReport = ChatFacts & {
  readonly type: 'chat';
  /** The vendor's ids of this chat, the most lasting first. At least one. */
  readonly ids: readonly string[];
  /** Left out: facts about a chat that is known, or nothing. */
  readonly state?: ChatState;
  readonly video?: MediaFacts<'video'> | undefined;
  readonly screen?: MediaFacts<'screen'> | undefined;
  readonly cobrowse?: MediaFacts<'cobrowse'> | undefined;
};

/**
 * The pictures and sounds that a chat has from now on, in place of those before; the same ones again change nothing. They
 * are forgotten when the chat ends. One of a chat that nobody knows is dropped.
 */
export interface ChatStreamsReport {
  readonly type: 'chat.streams';
  /** Any of the vendor's ids of the chat. */
  readonly chat: string;
  readonly streams: ChatStreams;
}

/**
 * What a connector says it saw of one message, whatever it came through: history, live, echo or outbox. The client
 * keeps the messages of a chat as one list, each once. One that is not known must at least say its `kind` and `by`;
 * `at` is now and `status` is `delivered`, unless given.
 *
 * The order: by `seq`, behind them those without by `at`, and last what is `pending`. What a report with `seq` has said
 * stands against one without, and a status never falls behind `sent`.
 */
export interface ChatMessageReport {
  readonly type: 'chat.message';
  /** Any of the vendor's ids of the chat. One of a chat that nobody knows is dropped. */
  readonly chat: string;
  /** Merged into what is known of it, field by field. */
  readonly message: Partial<Message> & Pick<Message, 'id'>;
  /** Another id of the same message, by which it went before: it finds this message from now on. */
  readonly replaces?: string;
  /** Whether it comes just now: only then is one of somebody else's told as received. */
  readonly live?: boolean;
}

/** An earlier chat of the same customer. */
export interface PastChat {
  readonly id: string;
  readonly messages: readonly Message[];
}

/** Something that happened in a chat, told as it is; `chat` is any of the vendor's ids of it. */
export type ChatMoment =
  /** Earlier chats of the customer. */
  | { readonly type: 'chat.history'; readonly chat: string; readonly chats: readonly PastChat[] }
  /** The server lets the customer know something; it is kept in the chat, too. */
  | { readonly type: 'chat.notice'; readonly chat: string; readonly code: string; readonly text: string }
  /** What became of a wish to be called back; it is kept in the chat, too. */
  | {
      readonly type: 'chat.callback';
      readonly chat: string;
      readonly by: 'customer' | 'agent' | 'server';
      readonly ok: boolean;
    }
  /** `own`: from this page. */
  | {
      readonly type: 'chat.file.uploaded';
      readonly chat: string;
      readonly file: MessageFile;
      readonly own: boolean;
    }
  /** The other side's app says something to this one. */
  | {
      readonly type: 'chat.app-message';
      readonly chat: string;
      readonly author?: string;
      readonly text?: string;
      readonly data?: unknown;
    };

/** What a command was about or has made, where the vendor's acknowledgement tells: by the vendor's ids. */
export interface Acknowledgement {
  readonly chat?: string;
  readonly message?: string;
}
