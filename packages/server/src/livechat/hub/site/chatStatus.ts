import type { Entry } from '@offhook/livechat';
import { type ChatStatus } from '../chatHub.js';
import { transOf } from '../feed/chatView.js';
import { type Room } from './room.js';

function facts(sid: string, entries: readonly Entry[]): Pick<ChatStatus, 'id' | 'sid' | 'trans' | 'details'> {
  const start = entries[0];
  return { id: sid, sid, trans: transOf(entries), details: start?.type === 'start' ? start.details : {} };
}

/** The live chats in the order of their start, and before them those that ended a short time ago. */
export async function chatStatus(room: Room): Promise<readonly ChatStatus[]> {
  const { chats, queue, tombstones } = room.state;
  const ended = [...tombstones.values()].flat().filter(({ until }) => until > room.now());
  const all: ChatStatus[] = [];
  for (const { sid, clientId } of ended) {
    const named = clientId === undefined ? {} : { clientId };
    all.push({ ...facts(sid, await room.feeds.read(sid, 0)), ...named, state: 'ended', agents: [] });
  }
  for (const chat of [...chats.values()]) {
    const { sid, clientId, state, agents } = chat;
    const queuePosition = queue.position(chat);
    all.push({
      ...facts(sid, await room.feeds.read(sid, 0)),
      ...(clientId === undefined ? {} : { clientId }),
      state,
      ...(queuePosition === undefined ? {} : { queuePosition }),
      agents,
    });
  }
  return all;
}
