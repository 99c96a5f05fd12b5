import { isRunningChat, type Chat, type Participant } from '../model/chat.js';
import type { EventBody } from '../model/event.js';
import { mediaEvents } from './mediaEvents.js';

/** What happened, by a chat as it was and as it is. */
export function chatEvents(before: Chat | undefined, chat: Chat): readonly EventBody[] {
  const events: EventBody[] = [];
  const { state, typing } = chat;
  const from = before?.state;
  const moved = from !== state;
  if (moved && isRunningChat(chat)) {
    if (from === 'starting') events.push({ type: 'chat.started', chat });
    else if (from === undefined || from === 'opening') events.push({ type: 'chat.opened', chat });
    else if (from === 'interrupted') events.push({ type: 'chat.resumed', chat });
  }
  // Who was in it before this page opened it didn't come just now.
  if (before !== undefined && from !== 'opening') events.push(...agentEvents(before, chat));
  if (typing !== (before?.typing ?? false)) events.push({ type: 'chat.typing', chat, typing });
  events.push(...mediaEvents(before, chat));
  if (state === 'queued') {
    if (moved || chat.queuePosition !== before?.queuePosition) events.push({ type: 'chat.queued', chat });
  } else if (moved && (state === 'interrupted' || state === 'ended' || state === 'failed')) {
    events.push({ type: `chat.${state}`, chat });
  } else if (moved && state === 'connected' && from !== 'interrupted') {
    events.push({ type: 'chat.connected', chat });
  }
  if (before?.attached === true && !chat.attached) events.push({ type: 'chat.detached', chat });
  return events;
}

function agentEvents(before: Chat, chat: Chat): readonly EventBody[] {
  if (before.agents === chat.agents) return [];
  const event = (type: 'chat.agent.joined' | 'chat.agent.left') => (agent: Participant) =>
    ({ type, chat, agent }) as const;
  return [
    ...without(before.agents, chat.agents).map(event('chat.agent.left')),
    ...without(chat.agents, before.agents).map(event('chat.agent.joined')),
  ];
}

/** Those that the others have not. */
const without = (all: readonly Participant[], others: readonly Participant[]): readonly Participant[] =>
  all.filter(({ id }) => others.every((other) => other.id !== id));
