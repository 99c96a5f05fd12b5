import type {
  AgentFrame,
  CustomerFrame,
  EntryBody,
  IceServer,
  MediaRequest,
  MediaStep,
} from '@offhook/livechat';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { type PageLink } from '../peers/pageLink.js';
import { type Room } from '../site/room.js';
import { noFrame, okFrame } from './answers.js';
import { isInChat } from './callback.js';
import { badId } from './limits.js';
import { waitToSend, write } from './say.js';
import { targetOf } from './target.js';

/** Its step alone. */
function stepOf(request: MediaRequest): MediaStep {
  const { step } = request;
  switch (step) {
    case 'ask':
      return { step, kind: request.kind, wants: request.wants };
    case 'end':
      return { step, why: request.why };
    case 'take':
    case 'join':
      return { step };
  }
}

/** Nobody is in a chat that goes on, as all nodes know it. */
async function isAlone(room: Room, sid: string): Promise<boolean> {
  const alone = (): boolean => room.state.chats.get(sid)?.agents.length === 0;
  if (!alone()) return false;
  await room.desk.refresh();
  return alone();
}

/**
 * A step of a media session, as an entry of the chat's log. Whether it fits is seen by all who read the log, in its order; here
 * it is only looked whether there is anybody to take part (P-17, P-20).
 */
export async function pageMedia(link: PageLink, request: MediaRequest): Promise<CustomerFrame> {
  const { room, visitor } = link;
  const { n, id, media } = request;
  const text = badId(id);
  if (text !== undefined) return noFrame(n, 'BadRequest', { text });
  const target = targetOf(link, request.sid);
  if ('code' in target)
    return noFrame(n, target.code, target.text === undefined ? {} : { text: target.text });
  const { sid, clientId } = target;
  const retryAfterMs = waitToSend(link, sid);
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  const needsAgent = request.step === 'ask' || request.step === 'take';
  if (needsAgent && (await isAlone(room, sid))) return noFrame(n, 'NotConnected');
  const body: EntryBody = { type: 'media', media, by: 'c', seat: visitor.page, ...stepOf(request) };
  const place = await write(room, sid, id, body);
  return okFrame(n, { sid, ...(clientId === undefined ? {} : { clientId }), ...place });
}

/** A step of an agent's, who has to be in the chat, on a page that has a name of its own. */
export async function agentMedia(
  link: AgentPageLink,
  request: MediaRequest & { readonly sid: string },
): Promise<AgentFrame> {
  const { room, peer, seat } = link;
  const { n, sid, id, media } = request;
  const text = badId(id) ?? (seat === undefined ? 'seat: hello named none' : undefined);
  if (text !== undefined || seat === undefined)
    return noFrame(n, 'BadRequest', text === undefined ? {} : { text });
  // As with messages: what was written before a chat's end is answered as it was.
  const mayAsk = isInChat(room, peer.agent, sid) || (link.knows(sid) && !room.state.chats.has(sid));
  if (!mayAsk) return noFrame(n, 'NoSuchChat');
  const retryAfterMs = link.take(sid);
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  const agent = { id: peer.agent.id, name: peer.agent.name };
  const body: EntryBody = { type: 'media', media, by: 'a', seat, agent, ...stepOf(request) };
  return okFrame(n, { sid, ...(await write(room, sid, id, body)) });
}

const servers = ({ options }: Room): readonly IceServer[] => options.ice?.() ?? [];

/** The ICE servers (T-76), for a page that names none of its own. */
export function pageIce(link: PageLink, n: number): CustomerFrame {
  const { room, visitor } = link;
  const { perWebSession } = room.settings().rates;
  const retryAfterMs = room.web(visitor.web).bucket.take(perWebSession, room.now());
  return retryAfterMs > 0 ? noFrame(n, 'TooMany', { retryAfterMs }) : okFrame(n, { ice: servers(room) });
}

export const agentIce = ({ room }: AgentPageLink, n: number): AgentFrame =>
  okFrame(n, { ice: servers(room) });
