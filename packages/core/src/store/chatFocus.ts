import { isRunningChat, type Chat } from '../model/chat.js';
import { createRecency, type Recency } from './recency.js';

/** Knows which chat the person most likely means, at the cost of one chat however many there are. */
export interface ChatFocusIndex {
  note(chat: Chat): void;
  forget(id: string): void;
  /** The latest with an agent, else in the queue, else about to begin, else idle, else over. */
  focus(): string | undefined;
}

export function createChatFocusIndex(): ChatFocusIndex {
  const homes = Array.from({ length: 5 }, createRecency);

  function move(id: string, home: Recency | undefined): void {
    for (const each of homes) if (each !== home) each.leave(id);
    home?.enter(id);
  }

  return {
    note: (chat) => move(chat.id, homes[rankOf(chat)]),
    forget: (id) => move(id, undefined),
    focus: () => {
      for (const home of homes) {
        const last = home.last();
        if (last !== undefined) return last;
      }
      return undefined;
    },
  };
}

function rankOf(chat: Chat): number {
  if (isRunningChat(chat)) return chat.state === 'queued' ? 1 : 0;
  if (chat.state === 'starting' || chat.state === 'opening') return 2;
  return chat.state === 'idle' ? 3 : 4;
}
