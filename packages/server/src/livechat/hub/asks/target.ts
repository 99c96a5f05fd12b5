import type { RefusalCode } from '@offhook/livechat';
import { chatsOfWeb } from '../desk/desk.js';
import { tombstoneOf } from '../desk/tombstones.js';
import { type PageLink } from '../peers/pageLink.js';

/** The chat that a page means, or why it can't. */
export type Target =
  | { readonly sid: string; readonly clientId: string | undefined }
  | { readonly code: RefusalCode; readonly text?: string };

/**
 * Which chat a page means: the one named, or its only one (P-4). One that has ended may still be asked: what was written to it
 * before is answered as it was, anything else is refused by its log.
 */
export function targetOf(link: PageLink, sid: string | undefined): Target {
  const { room, visitor, shown } = link;
  if (sid === undefined && shown.size > 1)
    return { code: 'BadRequest', text: 'sid: the page has several chats' };
  const own = sid === undefined ? [...shown.values()][0] : shown.get(sid);
  if (own !== undefined) return own;
  const live = chatsOfWeb(room.state, visitor.web);
  const isLive = sid === undefined ? live.length > 0 : live.some((chat) => chat.sid === sid);
  if (isLive) return { code: 'UnOpenedSessionNotAllowed' };
  const ended = sid === undefined ? undefined : tombstoneOf(room.state, visitor.web, sid, room.now());
  if (ended === undefined) return { code: 'NoSuchChat' };
  return { sid: ended.sid, clientId: ended.clientId };
}

/** The chats that a request without `sid` is about: all of the page (P-25); or why there are none. */
export function targetsOf(
  link: PageLink,
  sid: string | undefined,
): { readonly sids: readonly string[] } | { readonly code: RefusalCode } {
  if (sid === undefined && link.shown.size > 0) return { sids: [...link.shown.keys()] };
  const target = targetOf(link, sid);
  return 'code' in target ? target : { sids: [target.sid] };
}
