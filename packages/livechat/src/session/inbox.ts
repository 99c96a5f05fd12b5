import type { Clock } from '../boot/env.js';
import type { ReadEntry } from '../link/readEntry.js';
import type { Chat } from './chats.js';

// How long the entries in front may take, and how long after they were asked for again.
const firstWaitMs = 500;
const secondWaitMs = 5_000;

/** Puts entries into their order: each once, none before the ones in front of it. */
export interface Inbox {
  take(chat: Chat, entries: readonly ReadEntry[]): void;
}

export interface InboxOptions {
  readonly clock: Clock;
  /** Shows an entry. */
  deliver(chat: Chat, entry: ReadEntry): void;
  /** Whether the page still shows that chat. */
  shown(chat: Chat): boolean;
  /** Asks the server again for what is missing. */
  renew(): void;
  note(msg: string): void;
}

/**
 * Entries that come early wait for half a second, then the server is asked for what is missing. Should it have no more to
 * give, the page goes on without: a hole in the log must not stop a chat.
 */
export function createInbox(options: InboxOptions): Inbox {
  const { clock, deliver, shown } = options;
  const watched = new WeakSet<Chat>();

  function drain(chat: Chat): void {
    for (let next = chat.early.get(chat.seq + 1); next !== undefined; next = chat.early.get(chat.seq + 1)) {
      chat.early.delete(next.seq);
      chat.seq = next.seq;
      deliver(chat, next);
      if (!shown(chat)) return;
    }
  }

  function watch(chat: Chat, waitMs: number): void {
    const at = chat.seq;
    watched.add(chat);
    clock.setTimeout(() => {
      watched.delete(chat);
      if (!shown(chat) || chat.early.size === 0) return;
      if (chat.seq !== at) {
        watch(chat, firstWaitMs);
      } else if (waitMs === firstWaitMs) {
        options.note(`entry ${at + 1} is missing`);
        options.renew();
        watch(chat, secondWaitMs);
      } else {
        options.note(`entry ${at + 1} does not come`);
        chat.seq = Math.min(...chat.early.keys()) - 1;
        drain(chat);
        if (shown(chat) && chat.early.size > 0) watch(chat, firstWaitMs);
      }
    }, waitMs);
  }

  return {
    take(chat, entries) {
      for (const entry of entries) if (entry.seq > chat.seq) chat.early.set(entry.seq, entry);
      drain(chat);
      if (chat.early.size > 0 && shown(chat) && !watched.has(chat)) watch(chat, firstWaitMs);
    },
  };
}
