import type { AgentRef, CustomerFrame, CustomerRequest, EntryBody } from '@offhook/livechat';
import { phoneNumber } from '../desk/phoneNumber.js';
import { type PageLink } from '../peers/pageLink.js';
import { type Room } from '../site/room.js';
import { streams } from '../streams.js';
import { noFrame, okFrame } from './answers.js';
import { write, waitToSend, type WrittenEntry } from './say.js';
import { targetsOf } from './target.js';

/** Records a callback of a live chat: once a chat and number (P-13). A number that is none is told as not ok. */
export async function recordCallback(
  room: Room,
  sid: string,
  text: string,
  by: 'c' | 'a',
): Promise<WrittenEntry> {
  const number = text.trim() === '' ? room.state.chats.get(sid)?.number : phoneNumber(text);
  if (number === undefined)
    return write(room, sid, `:${room.options.ids()}`, { type: 'callback', by, ok: false });
  const body: EntryBody = { type: 'callback', by, ok: true, number };
  const written = await room.log.append([
    {
      stream: streams.chat(room.name, sid),
      records: [{ id: `:callback:${by}:${number}`, data: JSON.stringify(body) }],
    },
    {
      stream: streams.callbacks(room.name),
      records: [{ id: `${sid}:${number}`, data: JSON.stringify({ number, sid, by }) }],
    },
  ]);
  if (written[1]?.[0]?.first === true) room.options.onCallback?.(room.name, { number, sid, by });
  const { seq = 0, time = 0 } = written[0]?.[0] ?? {};
  return { seq, time: new Date(time).toISOString() };
}

/** `RequestCallback` (T-74): for one chat, or for all that the page has (P-25). Its status comes as an entry. */
export async function requestCallback(
  link: PageLink,
  { n, sid, number }: Extract<CustomerRequest, { readonly t: 'callback' }>,
): Promise<CustomerFrame> {
  const targets = targetsOf(link, sid);
  if ('code' in targets) return noFrame(n, targets.code);
  const retryAfterMs = waitToSend(link, targets.sids[0] ?? '');
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  const places: WrittenEntry[] = [];
  for (const one of targets.sids) places.push(await recordCallback(link.room, one, number, 'c'));
  return okFrame(n, { ...(targets.sids[0] === undefined ? {} : { sid: targets.sids[0] }), ...places[0] });
}

/** The agent's own chat, or undefined. */
export const isInChat = (room: Room, agent: AgentRef, sid: string): boolean =>
  room.state.chats.get(sid)?.agents.some(({ id }) => id === agent.id) === true;
