import {
  chatObjection,
  failureOf,
  isEffectiveInChat,
  patienceMs,
  validateForChat,
} from './command/chatRules.js';
import { asBegun } from './command/mediaRules.js';
import type { Chat } from './model/chat.js';
import type { Acknowledgement } from './model/chatReport.js';
import type { Command, CommandResult, CommandType } from './model/command.js';
import { OffhookError } from './model/error.js';
import { createChatStore, type ChatsContext, type ChatStore } from './store/chatStore.js';

/** The ways in which waiting for a command in a chat ends. */
export interface ChatWait {
  readonly done: (chat: Chat) => void;
  readonly fail: (error: OffhookError) => void;
}

/** A chat that is watched. */
export interface ChatWatch {
  /** The vendor doesn't acknowledge: it has failed when the state says so. Else the vendor says better why. */
  begin(): void;
  end(): void;
}

/** All chats, and what their commands are about. Reports are applied within a commit. */
export interface Chats extends ChatStore {
  /** Throws `invalid-argument`, with what to give instead. */
  validate(command: Command): void;
  /** Why a command makes no sense for a chat as it is, and where it can be said, what to do; `undefined` where it does. */
  objection(type: CommandType, chat: Chat): string | undefined;
  /** Whether a command's effect is there; `undefined` where no state shows it. */
  isEffective(command: Command, chat: Chat): boolean | undefined;
  /** How long a command may take, in milliseconds, where that is not as long as any. */
  patienceMs(command: Command): number | undefined;
  /** The chat that a command is about. Throws `invalid-argument` where it names one that nobody knows. */
  about(command: Command): Chat | undefined;
  /** Watches a chat for what becomes of a command that is about to be given. */
  watch(command: Command, chat: Chat, wait: ChatWait): ChatWatch;
  /** What a vendor says it has made, by the client's ids. */
  made(connector: string, told: Acknowledgement): Omit<CommandResult, 'by'>;
}

/** What a connector that chats brings along: `chatting`. */
export interface ChatsPort {
  /** Called by the client, once. */
  connect(context: ChatsContext): Chats;
}

/**
 * Keeps chats: for connectors that chat.
 *
 * @example
 * const connector: Connector = { id, name, commands, chats: chatting, connect };
 */
export const chatting: ChatsPort = {
  connect(context) {
    const store = createChatStore(context);
    const { chats } = store;
    return {
      ...store,
      validate: validateForChat,
      objection: chatObjection,
      isEffective: isEffectiveInChat,
      patienceMs,
      about(command) {
        if (!('chatId' in command)) return undefined;
        const chat = chats.get(command.chatId).value;
        if (chat === undefined) throw new OffhookError('invalid-argument', 'There is no chat with this id.');
        return chat;
      },
      watch(command, chat, { done, fail }) {
        const { id } = chat;
        let before = chat;
        let failure: OffhookError | undefined;
        let decides = false;
        const end = chats.get(id).listen((now) => {
          if (now && isEffectiveInChat(command, now)) return done(now);
          failure = failureOf(command, before, now);
          if (failure && decides) fail(failure);
          before = asBegun(command, before, now);
        });
        return {
          begin() {
            decides = true;
            if (failure) fail(failure);
          },
          end,
        };
      },
      made(connector, { chat, message }) {
        const chatId = chat === undefined ? undefined : `${connector}:${chat}`;
        return {
          ...(chatId !== undefined && { chatId: chats.get(chatId).value?.id ?? chatId }),
          ...(message !== undefined && { messageId: message }),
        };
      },
    };
  },
};
