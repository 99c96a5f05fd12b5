import type { SignalFrame } from '@offhook/livechat';
import { type LiveChat, pageKey } from '../desk/desk.js';
import { frameText } from '../frameText.js';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { type PageLink } from '../peers/pageLink.js';
import { type SeatSignal, type Told } from '../told.js';
import { type Room } from './room.js';

/** The page of the other side at this seat, where it is linked here: of a page that came anew the newest connection. */
function linkedHere(
  { pages, agents }: Room,
  chat: LiveChat,
  { by, to }: SeatSignal,
): PageLink | AgentPageLink | undefined {
  if (by === 'a') {
    const link = pages.get(pageKey(chat.web, to));
    return link?.shown.has(chat.sid) === true ? link : undefined;
  }
  return chat.agents
    .flatMap(({ id }) => [...(agents.get(id) ?? [])])
    .filter(({ seat }) => seat === to)
    .at(-1);
}

/** Whether the seat may be linked at another node, by what the desk knows. */
function mayBeElsewhere({ state, options }: Room, chat: LiveChat, { by, to }: SeatSignal): boolean {
  const { node } = options;
  if (by === 'c')
    return chat.agents.some(({ id }) => [...(state.agents.get(id)?.nodes ?? [])].some((at) => at !== node));
  const page = chat.pages.get(pageKey(chat.web, to));
  return page !== undefined && page.lostUntil === undefined && page.node !== node;
}

function tellHere(room: Room, chat: LiveChat, signal: SeatSignal): boolean {
  const link = linkedHere(room, chat, signal);
  if (link === undefined) return false;
  const { sid, by, media, from, data } = signal;
  const named = by === 'c' || chat.clientId === undefined ? {} : { clientId: chat.clientId };
  const frame: SignalFrame = { t: 'signal', sid, ...named, media, from, data };
  // Made here, where data that can't be written are their sender's failure and nobody else's.
  frameText(frame);
  link.tell(frame);
  return true;
}

/**
 * Passes a signal on to the one page that it is for, here or by way of all nodes. Nothing of it is stored. `false`: the chat is
 * over, or there is no such seat in it. Throws where the data can't be written.
 */
export function passSignal(room: Room, signal: SeatSignal): boolean {
  const chat = room.state.chats.get(signal.sid);
  if (chat === undefined) return false;
  if (tellHere(room, chat, signal)) return true;
  if (!mayBeElsewhere(room, chat, signal)) return false;
  room.tellAll({ ...signal, t: 'signal', site: room.name, node: room.options.node });
  return true;
}

/** What another node passes on. One's own isn't looked at again: a page that came meanwhile would get it out of its turn. */
export function toldSignal(room: Room, told: Extract<Told, { readonly t: 'signal' }>): void {
  const chat = room.state.chats.get(told.sid);
  if (chat !== undefined && told.node !== room.options.node) tellHere(room, chat, told);
}
