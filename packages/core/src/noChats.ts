import type { Chat } from './model/chat.js';
import { noStreams, type ChatStreams } from './model/chatMedia.js';
import type { Message } from './model/message.js';
import type { ChatStore } from './store/chatStore.js';
import type { Batch } from './stream/batch.js';
import { createCollection } from './stream/collection.js';
import { StateNode } from './stream/state.js';

/** What a client shows of chats where no connector chats. */
export function noChats(
  batch: Batch,
): Pick<ChatStore, 'chats' | 'focus' | 'messagesOf' | 'streamsOf' | 'complete'> {
  const chats = createCollection<Chat>(batch);
  const focus = new StateNode<Chat | undefined>(batch, undefined);
  const messages = new StateNode<readonly Message[]>(batch, []);
  const streams = new StateNode<ChatStreams>(batch, noStreams);
  return {
    chats: chats.view,
    focus,
    messagesOf: () => messages,
    streamsOf: () => streams,
    complete() {
      for (const each of [chats, focus, messages, streams]) each.complete();
    },
  };
}
