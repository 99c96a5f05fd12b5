import {
  emptyDesk,
  type Desk,
  type DeskAgent,
  type DeskPage,
  type LiveChat,
  type Tombstone,
} from './desk.js';
import { armChat, count } from './deskParts.js';

/** A desk as it is kept. */
interface Snapshot {
  readonly v: 1;
  readonly seq: number;
  readonly ranks: readonly [next: number, head: number];
  readonly chats: readonly (Omit<LiveChat, 'pages' | 'starters'> & {
    readonly pages: readonly string[];
    readonly starters: readonly string[];
  })[];
  readonly agents: readonly (Omit<DeskAgent, 'nodes' | 'chats'> & {
    readonly nodes: readonly string[];
    readonly chats: readonly string[];
  })[];
  readonly pages: readonly (Omit<DeskPage, 'chats'> & { readonly chats: readonly string[] })[];
  readonly tombstones: readonly (readonly [web: string, tombstones: readonly Tombstone[]])[];
}

/** The desk as text: from it and the events after its `seq` comes the same desk. */
export function snapshotOf(desk: Desk): string {
  const snapshot: Snapshot = {
    v: 1,
    seq: desk.seq,
    ranks: [desk.nextRank, desk.headRank],
    chats: [...desk.chats.values()].map((chat) => ({
      ...chat,
      pages: [...chat.pages.keys()],
      starters: [...chat.starters],
    })),
    agents: [...desk.agents.values()].map((agent) => ({
      ...agent,
      nodes: [...agent.nodes],
      chats: [...agent.chats],
    })),
    pages: [...desk.pages.values()].map((page) => ({ ...page, chats: [...page.chats] })),
    tombstones: [...desk.tombstones],
  };
  return JSON.stringify(snapshot);
}

function restoreChat(desk: Desk, { pages, starters, ...facts }: Snapshot['chats'][number]): void {
  const shown = pages.flatMap((key) => desk.pages.get(key) ?? []);
  const chat: LiveChat = {
    ...facts,
    pages: new Map(shown.map((page) => [page.key, page])),
    starters: new Set(starters),
  };
  desk.chats.set(chat.sid, chat);
  const own = desk.byWeb.get(chat.web);
  if (own === undefined) desk.byWeb.set(chat.web, new Set([chat.sid]));
  else own.add(chat.sid);
  count(desk.nodes, chat.node, 1);
  if (chat.customer !== undefined) count(desk.customers, chat.customer, 1);
  if (chat.state === 'queued') desk.queue.add(chat);
  armChat(desk, chat);
}

/** The desk that a snapshot is of. */
export function restoreDesk(text: string): Desk {
  const desk = emptyDesk();
  const snapshot = JSON.parse(text) as Snapshot;
  desk.seq = snapshot.seq;
  [desk.nextRank, desk.headRank] = snapshot.ranks;
  for (const page of snapshot.pages) desk.pages.set(page.key, { ...page, chats: new Set(page.chats) });
  for (const chat of snapshot.chats) restoreChat(desk, chat);
  for (const agent of snapshot.agents) {
    desk.agents.set(agent.id, { ...agent, nodes: new Set(agent.nodes), chats: new Set(agent.chats) });
    if (agent.lostUntil !== undefined)
      desk.deadlines.set({ at: agent.lostUntil, kind: 'agent', id: agent.id });
  }
  for (const [web, tombstones] of snapshot.tombstones) desk.tombstones.set(web, [...tombstones]);
  return desk;
}
