import type { ChatView, CustomerFrame, CustomerRequest } from '@offhook/livechat';
import { tombstoneOf } from '../desk/tombstones.js';
import { chatView } from '../feed/chatView.js';
import { type PageLink } from '../peers/pageLink.js';
import { noFrame, okFrame } from './answers.js';
import { targetsOf } from './target.js';

type Asked<T extends CustomerRequest['t']> = Extract<CustomerRequest, { readonly t: T }>;

/** How many chats a page may name. */
const mostSince = 50;

/** A page's connection begins (P-10): what it missed follows, up to the end where a chat has ended; others are gone. */
export async function hello(link: PageLink, { n, since = {} }: Asked<'hello'>): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { web, page } = visitor;
  const named = Object.entries(since).slice(0, mostSince);
  const now = room.now();
  await room.desk.settle();
  const known = named.filter(
    ([sid]) => room.state.chats.get(sid)?.web === web || tombstoneOf(room.state, web, sid, now) !== undefined,
  );
  const on = known.map(([sid]) => sid);
  room.enter(link);
  for (const [sid, cursor] of known) {
    const clientId = room.state.chats.get(sid)?.clientId ?? tombstoneOf(room.state, web, sid, now)?.clientId;
    link.show(sid, clientId, Math.max(1, cursor));
  }
  await room.presence.back({ web, page, sids: on });
  for (const shown of [...link.shown.values()]) {
    const missed = await shown.feed.load();
    if (missed.length > 0) link.tellEntries(shown, missed);
    shown.agents = room.state.chats.get(shown.sid)?.agents.length ?? 0;
    shown.feed.go();
  }
  room.tellQueue(link);
  const gone = named.map(([sid]) => sid).filter((sid) => !on.includes(sid));
  return { t: 'welcome', n, v: 1, now: new Date(now).toISOString(), on, gone };
}

/** `Open` (T-67, P-4): all live chats of the web session, with what was said so far (T-198). */
export async function open(link: PageLink, { n }: Asked<'open'>): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { web, page } = visitor;
  const answer = await room.desk.run({ t: 'open', web, page, node: room.options.node });
  if (!answer.ok) return noFrame(n, answer.code);
  const chats: ChatView[] = [];
  for (const sid of answer.sids) {
    const clientId = room.state.chats.get(sid)?.clientId;
    const shown = link.show(sid, clientId, 0);
    const entries = await shown.feed.load();
    const view = chatView(sid, clientId, entries, shown.feed.cursor);
    shown.agents = view.agents.length;
    shown.feed.go();
    // One that ended in this very moment is shown with its end.
    if (entries.at(-1)?.type === 'end') link.hide(sid);
    chats.push(view);
  }
  return okFrame(n, { chats });
}

/** `Close` (T-69, P-5): one chat of the page, or all. Not their end. */
export async function close(link: PageLink, { n, sid }: Asked<'close'>): Promise<CustomerFrame> {
  const { room, visitor, starting } = link;
  if (starting !== undefined && sid === undefined) starting.closed = true;
  const answer = await room.desk.run({ t: 'close', web: visitor.web, page: visitor.page, sid });
  if (answer.ok) for (const one of answer.sids) link.hide(one);
  return answer.ok || starting !== undefined ? okFrame(n, {}) : noFrame(n, answer.code);
}

/** `End` (T-66, P-27): of one chat, or of all that the page has. */
export async function end(link: PageLink, { n, sid, reason }: Asked<'end'>): Promise<CustomerFrame> {
  const { room, visitor, starting } = link;
  const targets = targetsOf(link, sid);
  if ('code' in targets) {
    // It overtook its own Start, which is told of it (P-6).
    if (starting === undefined || sid !== undefined) return noFrame(n, targets.code);
    starting.ended = true;
    return okFrame(n, {});
  }
  const longest = room.settings().messageBytes;
  if (reason !== undefined && Buffer.byteLength(reason) > longest)
    return noFrame(n, 'BadRequest', { text: `reason: longer than ${longest} bytes` });
  const answer = await room.desk.run({ t: 'end', web: visitor.web, sids: targets.sids, reason });
  return answer.ok ? okFrame(n, {}) : noFrame(n, answer.code);
}
