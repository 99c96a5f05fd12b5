import { done, refused, type DeskAnswer, type DeskCommand, type PresenceCommand } from './command.js';
import { chatsOfWeb, pageKey, type Desk } from './desk.js';
import { type PageChats } from './deskEvent.js';
import { endChat } from './endings.js';
import { openRefusal } from './matrix.js';
import { tombstoneOf } from './tombstones.js';
import { type Turn } from './turn.js';

type Asked<T extends DeskCommand['t']> = Extract<DeskCommand, { readonly t: T }>;

/** Whether the page shows all of these already, on this node. */
function shows(desk: Desk, node: string, { web, page, sids }: PageChats): boolean {
  const own = desk.pages.get(pageKey(web, page));
  if (own === undefined) return sids.length === 0;
  return own.node === node && own.lostUntil === undefined && sids.every((sid) => own.chats.has(sid));
}

/** Opens all live chats of the web session on a page (P-4); told once that it has ended (P-6). */
export function openChats(desk: Desk, { web, page, node }: Asked<'open'>, turn: Turn): DeskAnswer {
  const code = openRefusal(desk, web, page, turn.now);
  if (code !== undefined) {
    if (code === 'AlreadyEndedSession') turn.happened({ t: 'told', at: turn.now, web });
    return refused(code);
  }
  const sids = chatsOfWeb(desk, web).map(({ sid }) => sid);
  const pages = [{ web, page, sids }];
  if (!pages.every((shown) => shows(desk, node, shown)))
    turn.happened({ t: 'opened', at: turn.now, node, pages });
  return done(...sids);
}

/** Pages whose connections were lost, or are there again (P-5). */
export function presence(desk: Desk, { node, lost, back }: PresenceCommand, turn: Turn): DeskAnswer {
  const gone = lost.filter((key) => {
    const page = desk.pages.get(key);
    return page?.node === node && page.lostUntil === undefined;
  });
  const at = turn.now;
  if (gone.length > 0)
    turn.happened({ t: 'lost', at, node, pages: gone, until: at + turn.settings.vanishTimerMs });
  const pages = back
    .map(({ web, page, sids }) => ({
      web,
      page,
      sids: sids.filter((sid) => desk.chats.get(sid)?.web === web),
    }))
    .filter((shown) => !shows(desk, node, shown));
  if (pages.length > 0) turn.happened({ t: 'opened', at, node, pages });
  for (const { web, page, sids } of back) {
    const ended = sids.filter((sid) => tombstoneOf(desk, web, sid, at)?.seen.includes(page) === false);
    if (ended.length > 0) turn.happened({ t: 'saw', at, web, page, sids: ended });
  }
  return done();
}

/** A page leaves one chat, or all; not their end (T-69, P-5). */
export function closeChats(desk: Desk, { web, page, sid }: Asked<'close'>, turn: Turn): DeskAnswer {
  const own = desk.pages.get(pageKey(web, page));
  const sids = [...(own?.chats ?? [])].filter((one) => sid === undefined || one === sid);
  if (sids.length === 0) return refused('NoSuchChat');
  turn.happened({ t: 'left', at: turn.now, web, page, sids, until: turn.now + turn.settings.closeTimerMs });
  return done(...sids);
}

/** The customer ends chats (T-66, P-27). */
export function endChats(desk: Desk, { web, sids, reason }: Asked<'end'>, turn: Turn): DeskAnswer {
  const live = sids.flatMap((sid) => desk.chats.get(sid) ?? []).filter((chat) => chat.web === web);
  if (live.length === 0) return refused('NoSuchChat');
  for (const chat of live) endChat(turn, chat, { by: 'client', reason });
  return done(...live.map(({ sid }) => sid));
}

/** What was linked to these nodes is lost. */
export function nodesDead(desk: Desk, nodes: readonly string[], turn: Turn): DeskAnswer {
  const known = new Set<string>();
  for (const { node, lostUntil } of desk.pages.values()) if (lostUntil === undefined) known.add(node);
  for (const agent of desk.agents.values()) for (const node of agent.nodes) known.add(node);
  const { now: at, settings } = turn;
  for (const node of nodes.filter((name) => known.has(name)))
    turn.happened({
      t: 'nodeDead',
      at,
      node,
      pagesUntil: at + settings.vanishTimerMs,
      agentsUntil: at + settings.agentLostMs,
    });
  return done();
}
