import type { Offhook } from '../client.js';
import type { Chat } from '../model/chat.js';
import type { ChatStart } from '../model/chatCommand.js';
import { OffhookError } from '../model/error.js';
import type { Message } from '../model/message.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { chatCapabilities, type ChatCapabilities } from './chatCapabilities.js';
import { createChatRunner } from './chatRunner.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';
import { createTyping } from './typing.js';

/** What a screen for one chat shows. */
export interface ChatControlsState extends ControlStatus {
  readonly chat: Chat | undefined;
  /** Each once, in order. */
  readonly messages: readonly Message[];
  /** Whether an agent writes. */
  readonly typing: boolean;
  /** For each action, whether it can be done in this chat now, and if not, why. */
  readonly can: ChatCapabilities;
}

/** What a screen for one chat needs. The functions are bound and never reject. */
export interface ChatControls {
  readonly state: Current<ChatControlsState>;
  /** Looks whether a chat goes on already. */
  readonly open: () => Promise<Outcome>;
  /** Begins this chat, or another one where this is over. */
  readonly start: (details?: ChatStart) => Promise<Outcome>;
  readonly send: (text: string) => Promise<Outcome>;
  /** Sends plain data to the other side's app. */
  readonly sendApp: (name: string, data: unknown) => Promise<Outcome>;
  /** Sends a message again that failed. */
  readonly resend: (messageId: string) => Promise<Outcome>;
  /** May be called with each key: the agent is told now and then, and after a while without it that nobody writes. */
  readonly setTyping: (typing: boolean) => Promise<Outcome>;
  readonly end: (reason?: string) => Promise<Outcome>;
  /** This page takes no part any more; the chat goes on. */
  readonly leave: () => Promise<Outcome>;
  readonly requestCallback: (phone: string) => Promise<Outcome>;
  /** Leaves the customer's details for a campaign, without a chat. */
  readonly createCampaignContact: (data: Readonly<Record<string, unknown>>) => Promise<Outcome>;
}

/**
 * Controls for one chat, or without an id for the one in focus.
 *
 * @example
 * const { state, start, send } = chatControls(client);
 * await start({ customer: { name: 'Ann', topic: 'Loans' } });
 * state.subscribe(({ messages, can }) => show(messages, can.send.allowed));
 */
export function chatControls(client: Offhook, id?: string): ChatControls {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, run, within } = createChatRunner(client, () => id ?? target.value?.id);
  const typing = createTyping(client);
  const connector = (): string => target.value?.connector ?? client.chatConnector;
  return {
    state: combine(
      [target, client.messagesOf(id), client.capabilities, status],
      (chat, messages, now, { pending, lastError }) => ({
        chat,
        messages,
        typing: chat?.typing ?? false,
        can: chatCapabilities(client, now, chat),
        pending,
        lastError,
      }),
      sameState,
    ),
    open: () => run({ type: 'chat.open', connector: connector() }),
    start: (details = {}) => {
      const chat = target.value;
      const again = chat?.state === 'ended' ? chat.clientId : undefined;
      return run({
        type: 'chat.start',
        connector: connector(),
        ...(again !== undefined && { clientId: again }),
        ...details,
        // What is over never begins again: another one takes its place.
        ...(chat && chat.state !== 'ended' && { chatId: chat.id }),
      });
    },
    send: (text) =>
      within((chatId) => {
        typing.stop(chatId);
        return { type: 'chat.send', chatId, text };
      }),
    sendApp: (name, data) => within((chatId) => ({ type: 'chat.sendApp', chatId, name, data })),
    resend: (messageId) => within((chatId) => ({ type: 'chat.resend', chatId, messageId })),
    setTyping: async (on) => {
      const chatId = id ?? target.value?.id;
      if (chatId !== undefined) return typing.set(chatId, on);
      return { ok: false, error: new OffhookError('invalid-state', 'There is no chat to write in.') };
    },
    end: (reason) =>
      within((chatId) => ({ type: 'chat.end', chatId, ...(reason !== undefined && { reason }) })),
    leave: () => within((chatId) => ({ type: 'chat.leave', chatId })),
    requestCallback: (phone) => within((chatId) => ({ type: 'chat.requestCallback', chatId, phone })),
    createCampaignContact: (data) =>
      run({ type: 'chat.createCampaignContact', connector: connector(), data }),
  };
}
