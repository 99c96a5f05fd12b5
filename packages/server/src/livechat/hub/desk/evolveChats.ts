import { pageKey, type Desk, type LiveChat } from './desk.js';
import { type DeskEvent, type Started } from './deskEvent.js';
import { armChat, count } from './deskParts.js';
import { addTombstone, tellAll, tellNamed } from './tombstones.js';
import { attach } from './evolvePages.js';

/** What a chat that waits again is served before. */
const headPriority = Number.MAX_SAFE_INTEGER;

type ChatEvent = Extract<DeskEvent, { readonly t: 'started' | 'connected' | 'parted' | 'ended' | 'told' }>;

function started(desk: Desk, event: Started): void {
  const { t: _t, at, until, page, ...facts } = event;
  const { sid, web, node, customer } = facts;
  const chat: LiveChat = {
    ...facts,
    rank: desk.nextRank,
    state: 'queued',
    since: at,
    queueUntil: until,
    agents: [],
    pages: new Map(),
    starters: new Set([pageKey(web, page)]),
  };
  desk.nextRank += 1;
  desk.chats.set(sid, chat);
  const own = desk.byWeb.get(web);
  if (own === undefined) desk.byWeb.set(web, new Set([sid]));
  else own.add(sid);
  count(desk.nodes, node, 1);
  if (customer !== undefined) count(desk.customers, customer, 1);
  tellAll(desk, web);
  desk.queue.add(chat);
  attach(desk, { web, page, sids: [sid] }, node);
  armChat(desk, chat);
}

function ended(desk: Desk, chat: LiveChat, at: number, until: number): void {
  const { sid, web, node, customer, clientId } = chat;
  const seen = [...chat.pages.values()].filter(({ lostUntil }) => lostUntil === undefined);
  desk.chats.delete(sid);
  desk.queue.remove(chat);
  const own = desk.byWeb.get(web);
  own?.delete(sid);
  if (own?.size === 0) desk.byWeb.delete(web);
  count(desk.nodes, node, -1);
  if (customer !== undefined) count(desk.customers, customer, -1);
  for (const { id } of chat.agents) desk.agents.get(id)?.chats.delete(sid);
  for (const page of chat.pages.values()) {
    page.chats.delete(sid);
    if (page.chats.size === 0) desk.pages.delete(page.key);
  }
  const named = clientId === undefined ? {} : { clientId };
  const tombstone = { sid, ...named, until, seen: seen.map(({ page }) => page), told: false, named: false };
  addTombstone(desk, tombstone, chat, at);
}

function parted(desk: Desk, chat: LiveChat, agent: string, at: number, until: number): void {
  chat.agents = chat.agents.filter(({ id }) => id !== agent);
  desk.agents.get(agent)?.chats.delete(chat.sid);
  if (chat.agents.length > 0 || chat.state === 'queued') return;
  chat.state = 'queued';
  chat.since = at;
  chat.queueUntil = until;
  chat.priority = headPriority;
  chat.rank = desk.headRank;
  desk.headRank -= 1;
  desk.queue.add(chat);
  armChat(desk, chat);
}

/** Chats: their start, their agents, their end. */
export function evolveChats(desk: Desk, event: ChatEvent): void {
  if (event.t === 'started') return started(desk, event);
  if (event.t === 'told') {
    if (event.clientId === undefined) return tellAll(desk, event.web);
    return tellNamed(desk, event.web, event.clientId);
  }
  const chat = desk.chats.get(event.sid);
  if (chat === undefined) return;
  if (event.t === 'ended') return ended(desk, chat, event.at, event.until);
  if (event.t === 'parted') return parted(desk, chat, event.agent, event.at, event.until);
  chat.agents = [...chat.agents, event.agent];
  desk.agents.get(event.agent.id)?.chats.add(chat.sid);
  if (chat.state === 'connected') return;
  desk.queue.remove(chat);
  chat.state = 'connected';
  chat.since = event.at;
  chat.queueUntil = undefined;
  armChat(desk, chat);
}
