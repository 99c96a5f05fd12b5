import { type ReadableChat } from '../chatHub.js';
import { chatsOfWeb, pageKey } from '../desk/desk.js';
import { tombstoneOf } from '../desk/tombstones.js';
import { type Room } from './room.js';

function found(room: Room, web: string, page: string, sid: string | undefined): ReadableChat | undefined {
  const live = chatsOfWeb(room.state, web);
  const key = pageKey(web, page);
  const named = sid === undefined ? undefined : live.find((chat) => chat.sid === sid);
  const own = live.filter(({ pages }) => pages.has(key));
  const only = live.length === 1 ? live[0] : undefined;
  const chat = sid === undefined ? ((own.length === 1 ? own[0] : undefined) ?? only) : named;
  if (chat !== undefined) return { sid: chat.sid, live: true, attached: chat.pages.has(key) };
  const ended = sid === undefined ? undefined : tombstoneOf(room.state, web, sid, room.now());
  return ended === undefined ? undefined : { sid: ended.sid, live: false, attached: false };
}

/** The chat that a page of this web session may read. */
export async function readableChat(
  room: Room,
  web: string,
  page: string,
  sid: string | undefined,
): Promise<ReadableChat | undefined> {
  await room.desk.ready();
  const known = found(room, web, page, sid);
  if (known !== undefined) return known;
  // Another node may know more than this one has heard by now.
  await room.desk.refresh();
  return found(room, web, page, sid);
}
