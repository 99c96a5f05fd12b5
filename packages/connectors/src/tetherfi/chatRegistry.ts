import type { TrackedChat } from './trackedChat.js';
import { isLive } from './trackedChat.js';

/** Which chat an event speaks of: by the vendor's ids, or as the only one that it can be. */
export interface ChatRegistry {
  /** The newest first. */
  readonly all: readonly TrackedChat[];
  /** Those that go on. */
  readonly live: readonly TrackedChat[];
  /** Without multi-chat: the one that counts now. */
  readonly current: TrackedChat | undefined;
  /** By any id that the client knows. */
  byId(ids: readonly string[]): TrackedChat | undefined;
  /** Undefined where it can't be told. */
  of(sid: string | undefined, clientId: string | undefined): TrackedChat | undefined;
  add(chat: TrackedChat): TrackedChat;
}

/** How many ended ones are remembered. */
const most = 20;

export function chatRegistry(multi: boolean): ChatRegistry {
  const all: TrackedChat[] = [];
  const known = (id: string, { sid, local }: TrackedChat): boolean => sid === id || local === id;

  /** The only chat that this may be: one that goes on or is about to, and whose id nobody has told yet. */
  function guess(sid: string | undefined): TrackedChat | undefined {
    const open = all.filter((each) => isLive(each) || each.state === 'starting');
    const nameless = open.filter((each) => each.sid === undefined);
    if (sid !== undefined) return nameless.length === 1 ? nameless[0] : undefined;
    return open.length === 1 ? open[0] : undefined;
  }

  return {
    all,
    get live() {
      return all.filter(isLive);
    },
    get current() {
      return multi ? undefined : all[0];
    },
    byId: (ids) => all.find((each) => ids.some((id) => known(id, each))),
    of(sid, clientId) {
      if (!multi) {
        const [chat] = all;
        // A straggler of a chat that came before says nothing about this one.
        return sid !== undefined && chat?.sid !== undefined && chat.sid !== sid ? undefined : chat;
      }
      const bySid = sid === undefined ? undefined : all.find((each) => known(sid, each));
      const byClient =
        clientId === undefined
          ? undefined
          : all.find((each) => each.clientId === clientId && each.state !== 'ended');
      const chat = bySid ?? byClient ?? (clientId === undefined ? guess(sid) : undefined);
      if (chat && sid !== undefined) chat.sid ??= sid;
      if (chat && clientId !== undefined) chat.clientId ??= clientId;
      return chat;
    },
    add(chat) {
      all.unshift(chat);
      // The one that ended longest ago makes room.
      for (let at = all.length - 1; all.length > most && at > 0; at -= 1) {
        if (all[at]?.state === 'ended') all.splice(at, 1);
      }
      return chat;
    },
  };
}
