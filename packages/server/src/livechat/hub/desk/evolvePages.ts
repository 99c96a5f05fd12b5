import { pageKey, type Desk, type DeskPage } from './desk.js';
import { type DeskEvent, type PageChats } from './deskEvent.js';
import { armChat } from './deskParts.js';

/** A page shows chats, or shows them again. */
export function attach(desk: Desk, { web, page, sids }: PageChats, node: string): void {
  const key = pageKey(web, page);
  const live = sids.flatMap((sid) => desk.chats.get(sid) ?? []).filter((chat) => chat.web === web);
  const known = desk.pages.get(key);
  if (known === undefined && live.length === 0) return;
  const own: DeskPage = known ?? { key, web, page, node, chats: new Set() };
  own.node = node;
  own.lostUntil = undefined;
  desk.pages.set(key, own);
  for (const chat of live) {
    own.chats.add(chat.sid);
    chat.pages.set(key, own);
    chat.closeUntil = undefined;
  }
  for (const sid of own.chats) {
    const chat = desk.chats.get(sid);
    if (chat !== undefined) armChat(desk, chat);
  }
}

/** A page's connection is lost: its chats are held for it. */
export function lose(desk: Desk, page: DeskPage, until: number): void {
  page.lostUntil = until;
  for (const sid of page.chats) {
    const chat = desk.chats.get(sid);
    if (chat !== undefined) armChat(desk, chat);
  }
}

function leave(desk: Desk, { web, page, sids }: PageChats, until: number): void {
  const key = pageKey(web, page);
  const own = desk.pages.get(key);
  for (const sid of sids) {
    own?.chats.delete(sid);
    const chat = desk.chats.get(sid);
    if (chat?.pages.delete(key) !== true) continue;
    chat.closeUntil = until;
    armChat(desk, chat);
  }
  if (own?.chats.size === 0) desk.pages.delete(key);
}

/** Pages: who shows what (P-5). */
export function evolvePages(
  desk: Desk,
  event: Extract<DeskEvent, { readonly t: 'opened' | 'left' | 'lost' }>,
): void {
  if (event.t === 'opened') for (const page of event.pages) attach(desk, page, event.node);
  else if (event.t === 'left') leave(desk, event, event.until);
  else {
    for (const key of event.pages) {
      const page = desk.pages.get(key);
      if (page?.node === event.node && page.lostUntil === undefined) lose(desk, page, event.until);
    }
  }
}
