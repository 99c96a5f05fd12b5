import type { Offhook } from '../client.js';
import { isLiveChat, type Chat } from '../model/chat.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';

const lists = new WeakMap<Offhook, Current<readonly Chat[]>>();

/** All chats, the live ones first, and of those and the others the newest first; the same list for whoever asks. */
export function chatList(client: Offhook): Current<readonly Chat[]> {
  const list = lists.get(client) ?? select(client.chats.all, liveFirst, sameMembers);
  lists.set(client, list);
  return list;
}

const liveFirst = (chats: readonly Chat[]): readonly Chat[] => [
  ...chats.filter(isLiveChat),
  ...chats.filter((chat) => !isLiveChat(chat)),
];

const sameMembers = (a: readonly Chat[], b: readonly Chat[]): boolean =>
  a.length === b.length && a.every((chat, index) => chat === b[index]);
