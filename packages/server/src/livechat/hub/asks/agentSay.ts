import type { AgentFrame, AgentRequest, EntryBody } from '@offhook/livechat';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { noFrame, okFrame } from './answers.js';
import { isInChat, recordCallback } from './callback.js';
import { badId, tooLong } from './limits.js';
import { write } from './say.js';

type Asked<T extends AgentRequest['t']> = Extract<AgentRequest, { readonly t: T }>;

/** A message, or data for the app (T-162, T-163). */
export async function agentSay(link: AgentPageLink, request: Asked<'send' | 'app'>): Promise<AgentFrame> {
  const { room, peer } = link;
  const { n, sid, id } = request;
  const most = room.settings().messageBytes;
  const text =
    badId(id) ??
    (request.t === 'send'
      ? tooLong('msg', request.msg, most)
      : tooLong('data', JSON.stringify(request.data ?? null), most));
  if (text !== undefined) return noFrame(n, 'BadRequest', { text });
  const { agent } = peer;
  // What was written before a chat's end is answered as it was; anything else is refused by its log.
  const mayAsk = isInChat(room, agent, sid) || (link.knows(sid) && !room.state.chats.has(sid));
  if (!mayAsk) return noFrame(n, 'NoSuchChat');
  const retryAfterMs = link.take(sid);
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  room.typing.stopped(link.typingKey(sid), room.tellTyping(sid, link.typist()));
  const who = { by: 'a', agent: { id: agent.id, name: agent.name } } as const;
  const body: EntryBody =
    request.t === 'send'
      ? { type: 'msg', ...who, msg: request.msg }
      : { type: 'app', ...who, data: request.data };
  const place = await write(room, sid, id, body);
  room.options.metrics?.message?.('a');
  return okFrame(n, { sid, ...place });
}

/** Passed on to the customer's pages and the other agents; never stored (T-165, P-21). */
export function agentTyping(link: AgentPageLink, { n, sid, state }: Asked<'typing'>): AgentFrame | undefined {
  const { room, peer } = link;
  if (!isInChat(room, peer.agent, sid)) return n === undefined ? undefined : noFrame(n, 'NoSuchChat');
  const tell = room.tellTyping(sid, link.typist());
  if (state === 1) room.typing.stopped(link.typingKey(sid), tell);
  else room.typing.started(link.typingKey(sid), tell);
  return n === undefined ? undefined : okFrame(n, {});
}

/** An agent's own callback for the customer (T-158, P-13). */
export async function agentCallback(
  link: AgentPageLink,
  { n, sid, number }: Asked<'callback'>,
): Promise<AgentFrame> {
  if (!isInChat(link.room, link.peer.agent, sid)) return noFrame(n, 'NoSuchChat');
  return okFrame(n, { sid, ...(await recordCallback(link.room, sid, number ?? '', 'a')) });
}
