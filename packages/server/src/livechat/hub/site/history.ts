import type { CustomerFrame, PastChat } from '@offhook/livechat';
import { transOf } from '../feed/chatView.js';
import { streams } from '../streams.js';
import { type Room } from './room.js';

/** How many earlier chats are shown, and for how long it is known that they were told of. */
const mostChats = 10;
const onceMs = 24 * 3_600_000;

/** The customer's ended chats but this one, the last ten, the oldest first. */
export async function pastChats(room: Room, customer: string, sid: string): Promise<readonly PastChat[]> {
  const records = await room.log.read(streams.customer(room.name, customer), 0);
  const earlier = records.map(({ id }) => id).filter((id) => id !== sid && !room.state.chats.has(id));
  const chats: PastChat[] = [];
  for (const id of earlier.reverse()) {
    if (chats.length >= mostChats) break;
    const entries = await room.feeds.read(id, 0);
    if (entries.at(-1)?.type === 'end') chats.unshift({ sid: id, trans: transOf(entries) });
  }
  return chats;
}

async function call(room: Room, sid: string, customer: string): Promise<void> {
  const earlier = await pastChats(room, customer, sid);
  const key = `history:${room.name}:${sid}`;
  if (earlier.length === 0 || !(await room.log.swap(key, undefined, '1', onceMs))) return;
  room.tellAll({ t: 'history', site: room.name, sid, customer });
}

/** Has the history told once, to all pages that show the chat, after the first place in the queue (P-26, T-167). */
export function callHistory(room: Room, sid: string, customer: string): void {
  const work = (): void =>
    void call(room, sid, customer).catch((error: unknown) => room.problem('history', error));
  const delay = room.settings().historyDelayMs;
  if (delay <= 0) work();
  else room.options.clock.setTimeout(work, delay);
}

/** Tells the pages here. */
export async function tellHistory(room: Room, sid: string, customer: string): Promise<void> {
  const keys = [...(room.state.chats.get(sid)?.pages.keys() ?? [])];
  const showing = keys.flatMap((key) => room.pages.get(key) ?? []).filter(({ shown }) => shown.has(sid));
  if (showing.length === 0) return;
  try {
    const chats = await pastChats(room, customer, sid);
    const clientId = room.state.chats.get(sid)?.clientId;
    const named = clientId === undefined ? {} : { clientId };
    const frame: CustomerFrame = { t: 'history', sid, ...named, chats };
    for (const link of showing) link.tell(frame);
  } catch (error) {
    room.problem('history', error);
  }
}
