import type { Offhook } from '../client.js';
import type { ChatCallback } from '../model/chat.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createChatRunner } from './chatRunner.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for being called back shows. */
export interface CallbackRequestState extends ControlStatus {
  /** What became of a wish for it, whoever had it. */
  readonly callback: ChatCallback | undefined;
}

/** What such a screen needs. The function is bound and never rejects. */
export interface CallbackRequest {
  readonly state: Current<CallbackRequestState>;
  /** Asks to be called back at this number. */
  readonly request: (phone: string) => Promise<Outcome>;
}

/**
 * A wish to be called back, of one chat, or without an id of the one in focus.
 *
 * @example await callbackRequest(client).request('+12165325078');
 */
export function callbackRequest(client: Offhook, id?: string): CallbackRequest {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, within } = createChatRunner(client, () => id ?? target.value?.id);
  return {
    state: combine(
      [target, status],
      (chat, { pending, lastError }) => ({ callback: chat?.callback, pending, lastError }),
      sameState,
    ),
    request: (phone) => within((chatId) => ({ type: 'chat.requestCallback', chatId, phone })),
  };
}
