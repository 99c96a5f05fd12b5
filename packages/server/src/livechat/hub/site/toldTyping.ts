import type { CustomerFrame } from '@offhook/livechat';
import { type Told } from '../told.js';
import { type Room } from './room.js';

/** Tells those who are linked here that somebody else types, or has stopped. */
export function toldTyping(
  { state: desk, agents, pages }: Room,
  { sid, state, name, by, agent }: Extract<Told, { readonly t: 'typing' }>,
): void {
  const chat = desk.chats.get(sid);
  if (chat === undefined) return;
  const named = name === undefined ? {} : { name };
  for (const { id } of chat.agents)
    if (id !== agent)
      for (const link of agents.get(id) ?? []) link.tell({ t: 'typing', sid, state, ...named });
  if (by === 'c') return;
  const clientId = chat.clientId === undefined ? {} : { clientId: chat.clientId };
  const frame: CustomerFrame = { t: 'typing', sid, ...clientId, state, ...named };
  for (const key of chat.pages.keys()) {
    const link = pages.get(key);
    if (link?.shown.has(sid) === true) link.tell(frame);
  }
}
