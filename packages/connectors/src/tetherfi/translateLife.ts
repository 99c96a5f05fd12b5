import type { ChatReport, Report } from '@offhook/core';
import { isLive, report, step, type TrackedChat } from './trackedChat.js';
import type { Reports, TranslateContext } from './translateContext.js';
import type { VendorEventOf } from './vendorEvent.js';

/** Goes to a state by the model's steps: nothing goes on that was never opened or started. */
export function reach(
  chat: TrackedChat,
  via: 'opening' | 'starting',
  state: 'queued' | 'connected',
  facts: Omit<ChatReport, 'type' | 'ids' | 'state'> = {},
): Reports {
  const under = isLive(chat) || chat.state === 'starting' || chat.state === 'opening';
  return [...(under ? [] : [step(chat, via)]), step(chat, state, facts)];
}

/** `Start` was heard (row T-127). */
export function started(context: TranslateContext, chat: TrackedChat, sid: string | undefined): Reports {
  if (sid !== undefined) chat.sid ??= sid;
  if (isLive(chat)) return [];
  chat.attached = true;
  const facts = {
    attached: true,
    server: 'online',
    ...(chat.clientId === undefined ? {} : { clientId: chat.clientId }),
  } as const;
  const reports = reach(chat, 'starting', 'queued', facts);
  context.onAttached(chat);
  return reports;
}

/** It waits at this place (row T-161). */
export function queued(chat: TrackedChat, { position }: VendorEventOf<'queued'>): Reports {
  if (chat.state === 'ended' || chat.state === 'idle' || chat.state === 'failed') return [];
  return [step(chat, 'queued', position === undefined ? {} : { queuePosition: position })];
}

/** An agent comes, also in a transfer (row T-149). */
export function agentJoined(
  { onSession }: TranslateContext,
  chat: TrackedChat,
  { id, name, session }: VendorEventOf<'agentJoined'>,
): Reports {
  if (session !== undefined && chat.state !== 'ended') {
    chat.session = session;
    onSession(chat);
  }
  if (chat.state === 'ended' || chat.agents.some((each) => each.id === id)) return [];
  chat.agents = [...chat.agents, { id, name }];
  return [
    ...reach(chat, 'opening', 'connected', { agents: chat.agents }),
    ...chat.transcript.join('joined', name),
    ...chat.transcript.attend(),
  ];
}

/** An agent goes (row T-166). The last one's going leaves the chat waiting, unless its end follows at once. */
export function agentLeft(
  { later, emit }: TranslateContext,
  chat: TrackedChat,
  { id, name, text, seq, at }: VendorEventOf<'agentLeft'>,
): Reports {
  if (chat.state === 'ended') return [];
  const gone = chat.agents.find((each) => (id === undefined ? each.name === name : each.id === id));
  if (!gone) return [];
  chat.agents = chat.agents.filter((each) => each !== gone);
  chat.cancelTyping();
  if (chat.agents.length === 0) {
    later(() => {
      if (chat.state === 'connected' && chat.agents.length === 0) emit([step(chat, 'queued')]);
    });
  }
  return [
    report(chat, { agents: chat.agents, typing: false }),
    ...chat.transcript.join('left', gone.name, { seq, at }, text),
  ];
}

const lost = 'SessionLostWhileOffline';

/** The end, which comes once (rows T-144 to T-148, P-10). */
export function ended(
  { onEnded }: TranslateContext,
  chat: TrackedChat,
  { initiator, reason, byAgent }: Omit<VendorEventOf<'ended'>, 'type'>,
): Reports {
  if (chat.state === 'ended' || chat.state === 'idle' || chat.state === 'failed') return [];
  chat.cancelTyping();
  chat.attached = false;
  const by = { client: 'customer', lib: 'library', server: byAgent ? 'agent' : 'server' } as const;
  const endReason = reason ?? (initiator === 'lib' ? lost : undefined);
  const unsent = {
    code: 'session-ended',
    text: 'The chat ended before this was sent. Write it in a new one.',
  };
  const reports: Report[] = [
    ...chat.transcript.pending().flatMap((id) => chat.transcript.fail(id, unsent)),
    step(chat, 'ended', {
      attached: false,
      endedBy: by[initiator],
      ...(endReason === undefined ? {} : { endReason }),
    }),
  ];
  onEnded(chat);
  return reports;
}

/** The server can't be reached, or can be again (rows T-168, T-169). */
export function serverState(context: TranslateContext, online: boolean): Reports {
  const { chats, later, emit } = context;
  if (!online) {
    return chats.live.flatMap((chat) => [
      chat.state === 'connected'
        ? step(chat, 'interrupted', { server: 'offline' })
        : report(chat, { server: 'offline' }),
    ]);
  }
  // The chat's end may follow at once (row T-170): it is not shown as going on in between.
  later(() => {
    const reports = chats.live.map((chat) =>
      chat.state === 'interrupted'
        ? step(chat, chat.underneath, { server: 'online' })
        : report(chat, { server: 'online' }),
    );
    if (reports.length > 0) emit(reports);
  });
  return [];
}
