import type { CustomerFrame, CustomerRequest, EntryBody } from '@offhook/livechat';
import { type PageLink } from '../peers/pageLink.js';
import { type Room } from '../site/room.js';
import { streams } from '../streams.js';
import { noFrame, okFrame } from './answers.js';
import { badId, tooLong } from './limits.js';
import { targetOf } from './target.js';

type Said = Extract<CustomerRequest, { readonly t: 'send' | 'app' }>;

/** Where an entry is. */
export interface WrittenEntry {
  readonly seq: number;
  readonly time: string;
}

/** Adds an entry to a chat's log alone: durable when it resolves, and the same place for the same id (P-7). */
export async function write(room: Room, sid: string, id: string, body: EntryBody): Promise<WrittenEntry> {
  const stream = streams.chat(room.name, sid);
  const written = await room.log.append([{ stream, records: [{ id, data: JSON.stringify(body) }] }]);
  const { seq = 0, time = 0 } = written[0]?.[0] ?? {};
  return { seq, time: new Date(time).toISOString() };
}

/** How long a page must wait before it sends to a chat, in milliseconds; 0 is now. */
export function waitToSend({ room, visitor }: PageLink, sid: string): number {
  const { perChat, perWebSession } = room.settings().rates;
  const ofWeb = room.web(visitor.web).bucket.take(perWebSession, room.now());
  return ofWeb > 0 || !room.state.chats.has(sid) ? ofWeb : room.takeOf(sid, perChat);
}

function wrong(request: Said, most: number): string | undefined {
  const id = badId(request.id);
  if (id !== undefined) return id;
  if (request.t === 'send') return tooLong('msg', request.msg, most);
  return tooLong('kind', request.kind, 256) ?? tooLong('data', JSON.stringify(request.data ?? null), most);
}

/** A message, or data of the app's own (T-70, T-71, T-72). */
export async function say(link: PageLink, request: Said): Promise<CustomerFrame> {
  const { room } = link;
  const { n } = request;
  const text = wrong(request, room.settings().messageBytes);
  if (text !== undefined) return noFrame(n, 'BadRequest', { text });
  const target = targetOf(link, request.sid);
  if ('code' in target)
    return noFrame(n, target.code, target.text === undefined ? {} : { text: target.text });
  const retryAfterMs = waitToSend(link, target.sid);
  if (retryAfterMs > 0) return noFrame(n, 'TooMany', { retryAfterMs });
  const { sid, clientId } = target;
  room.typing.stopped(link.typingKey(sid), room.tellTyping(sid, { by: 'c' }));
  const body: EntryBody =
    request.t === 'send'
      ? { type: 'msg', by: 'c', msg: request.msg }
      : { type: 'app', by: 'c', kind: request.kind, data: request.data };
  const place = await write(room, sid, request.id, body);
  room.options.metrics?.message?.('c');
  return okFrame(n, { sid, ...(clientId === undefined ? {} : { clientId }), ...place });
}

/** Passed on to the agents; never stored (T-73, P-21). */
export function type(
  link: PageLink,
  request: Extract<CustomerRequest, { readonly t: 'typing' }>,
): CustomerFrame | undefined {
  const { n, state } = request;
  const target = targetOf(link, request.sid);
  const isShown = !('code' in target) && link.shown.has(target.sid);
  if (!isShown) {
    const code = 'code' in target ? target.code : 'NoSuchChat';
    if (n !== undefined) return noFrame(n, code);
    return code === 'UnOpenedSessionNotAllowed' ? { t: 'fault', code } : undefined;
  }
  const { sid } = target;
  const tell = link.room.tellTyping(sid, { by: 'c' });
  if (state === 1) link.room.typing.stopped(link.typingKey(sid), tell);
  else link.room.typing.started(link.typingKey(sid), tell);
  return n === undefined ? undefined : okFrame(n, {});
}
