import type { ReadEntry } from '../link/readEntry.js';
import type { MediaSessions } from '../media/foldMedia.js';

/** A chat that this page shows. */
export interface Chat {
  readonly sid: string;
  readonly clientId: string | undefined;
  /** Whether this page started it: only then is it told the place in the queue (T-161). */
  readonly started: boolean;
  /** The last entry that was shown. */
  seq: number;
  /** Entries that came before the ones in front of them. */
  readonly early: Map<number, ReadEntry>;
  position: number | undefined;
  /** The server's time, in milliseconds, until which this page was offline. */
  offlineUntil: number;
  /** Ids of the agents in it. */
  agents: readonly string[];
  media: MediaSessions;
}

/** What is known of a chat that comes into view. */
export type ShownChat = Pick<Chat, 'sid' | 'clientId' | 'started' | 'seq'> &
  Partial<Pick<Chat, 'agents' | 'media'>>;

/** The chats that this page shows, in the order of their coming. */
export interface Chats {
  add(chat: ShownChat): Chat;
  get(sid: string): Chat | undefined;
  remove(sid: string): void;
  all(): readonly Chat[];
  clear(): void;
  /** What `hello` says of them. */
  since(): Readonly<Record<string, number>>;
  /** The chat shown last, also when it has ended. */
  readonly lastSid: string | undefined;
}

/** No chats, as yet. */
export function createChats(): Chats {
  const shown = new Map<string, Chat>();
  let lastSid: string | undefined;
  return {
    add(chat) {
      const added: Chat = {
        agents: [],
        media: {},
        ...chat,
        early: new Map(),
        position: undefined,
        offlineUntil: -Infinity,
      };
      shown.set(chat.sid, added);
      lastSid = chat.sid;
      return added;
    },
    get: (sid) => shown.get(sid),
    remove: (sid) => void shown.delete(sid),
    all: () => [...shown.values()],
    clear: () => shown.clear(),
    since: () => Object.fromEntries([...shown.values()].map(({ sid, seq }) => [sid, seq])),
    get lastSid() {
      return lastSid;
    },
  };
}
