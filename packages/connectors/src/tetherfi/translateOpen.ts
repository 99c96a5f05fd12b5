import type { Participant } from '@offhook/core';
import { meaningOf } from './codes.js';
import { isLive, report, step, trackedChat, type TrackedChat } from './trackedChat.js';
import type { Reports, TranslateContext } from './translateContext.js';
import { ended, reach } from './translateLife.js';
import type { VendorSession } from './wire.js';

/** A chat that went on here and is not there any more: nobody said how it ended. */
const vanished = (context: TranslateContext, chat: TrackedChat, reason: string): Reports =>
  ended(context, chat, { initiator: 'lib', reason, byAgent: false });

/** Which chat of ours a session is. */
function chatOf(
  { chats, multi }: TranslateContext,
  { sid, clientId }: VendorSession,
): TrackedChat | undefined {
  if (!multi) {
    const chat = chats.current;
    const other = sid !== undefined && chat?.sid !== undefined && chat.sid !== sid;
    return chat?.state === 'ended' || other ? undefined : chat;
  }
  return chats.all.find(
    (each) =>
      each.state !== 'ended' &&
      (sid !== undefined && each.sid !== undefined
        ? each.sid === sid
        : clientId !== undefined && each.clientId === clientId),
  );
}

function attach(context: TranslateContext, session: VendorSession): Reports {
  const { chats, clock, newId, remembered, multi, fileUrl } = context;
  const { sid, clientId, agents, records, files, apps } = session;
  const local = sid === undefined && !multi ? remembered() : undefined;
  const chat =
    chatOf(context, session) ??
    chats.add(trackedChat({ now: () => clock.now(), newId }, { local, sid, clientId }));
  chat.sid ??= sid;
  chat.clientId ??= clientId;
  chat.attached = true;
  chat.agents = agents.map(({ id, name }): Participant => ({ id, name }));
  const facts = {
    attached: true,
    server: 'online',
    agents: chat.agents,
    ...(clientId === undefined ? {} : { clientId }),
  } as const;
  const state = agents.length > 0 ? 'connected' : 'queued';
  const reports = [
    ...reach(chat, 'opening', state, facts),
    ...chat.transcript.merge(records),
    ...files.flatMap((file) =>
      chat.transcript.file(file, file.by ?? 'customer', fileUrl(file.name, chat), false),
    ),
    ...apps.flatMap((app) => chat.transcript.app(app, false)),
  ];
  context.onAttached(chat);
  return reports;
}

/** `Open` found chats that go on (row T-139): one, or with multi-chat all of them (row T-187). */
export function opened(context: TranslateContext, sessions: readonly VendorSession[]): Reports {
  const { chats, multi } = context;
  const taken = multi ? sessions : sessions.slice(0, 1);
  if (taken.length === 0) return openFailed(context, 'NoSessionFound');
  const found = taken.map((session) => chatOf(context, session));
  const over = chats.live.filter((chat) => !found.includes(chat));
  return [
    ...over.flatMap((chat) => vanished(context, chat, 'NoSessionFound')),
    ...taken.flatMap((session) => attach(context, session)),
  ];
}

/** `Open` found none, or may not look (rows T-140 to T-143). */
export function openFailed(context: TranslateContext, code: string): Reports {
  const { chats } = context;
  const none = code === 'NoSessionFound' || code === 'AlreadyEndedSession';
  const over = none ? chats.live.flatMap((chat) => vanished(context, chat, code)) : [];
  const { text } = meaningOf(code);
  const waiting = chats.all.filter(({ state }) => state === 'opening');
  return [
    ...over,
    ...waiting.map((chat) =>
      code === 'NoSessionFound' ? step(chat, 'idle') : step(chat, 'failed', { failure: { code, text } }),
    ),
  ];
}

/** This page takes no part any more; the chat goes on (row T-69). */
export function left(chat: TrackedChat): Reports {
  if (!isLive(chat) || !chat.attached) return [];
  chat.attached = false;
  chat.cancelTyping();
  return [report(chat, { attached: false, typing: false })];
}
