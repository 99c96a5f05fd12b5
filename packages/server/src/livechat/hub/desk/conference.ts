import type { AgentRef } from '@offhook/livechat';
import { canServe } from './canServe.js';
import { done, refused, type DeskAnswer, type DeskCommand } from './command.js';
import { type Desk, type LiveChat } from './desk.js';
import { endChat, endWithNotice } from './endings.js';
import { part, refOf } from './part.js';
import { type Turn } from './turn.js';

type Asked<T extends DeskCommand['t']> = Extract<DeskCommand, { readonly t: T }>;

/** The chat, when the agent is in it. */
function ownChat({ chats }: Desk, agent: string, sid: string): LiveChat | undefined {
  const chat = chats.get(sid);
  return chat?.agents.some(({ id }) => id === agent) === true ? chat : undefined;
}

function connect(turn: Turn, sid: string, agent: AgentRef, how: 'accept' | 'invite' | 'transfer'): void {
  turn.entry(sid, { type: 'connect', agent, how });
  turn.happened({ t: 'connected', at: turn.now, sid, agent });
}

/** Takes the chat named, or the one that is served next. One of several who try gets it. */
export function acceptChat(desk: Desk, command: Asked<'accept'>, turn: Turn): DeskAnswer {
  const agent = desk.agents.get(command.agent.id);
  if (agent === undefined) return refused('WrongState');
  const sid = command.sid ?? desk.queue.first((one) => canServe(agent, desk.chats.get(one)?.skill));
  const chat = sid === undefined ? undefined : desk.chats.get(sid);
  if (chat === undefined) return refused(command.sid === undefined ? 'WrongState' : 'NoSuchChat');
  if (chat.state !== 'queued') return refused('WrongState');
  if (command.fault !== undefined) {
    endWithNotice(turn, chat, command.fault);
    return refused('WrongState');
  }
  connect(turn, chat.sid, refOf(command.agent), 'accept');
  return done(chat.sid);
}

/** Brings another agent in, at once; a transfer leaves as well (T-149). */
export function passChat(desk: Desk, { agent, sid, to, how }: Asked<'pass'>, turn: Turn): DeskAnswer {
  const chat = ownChat(desk, agent, sid);
  if (chat === undefined) return refused('NoSuchChat');
  const other = desk.agents.get(to) ?? [...desk.agents.values()].find(({ name }) => name === to);
  if (other === undefined) return refused('NoSuchAgent');
  if (chat.agents.some(({ id }) => id === other.id)) return refused('WrongState');
  connect(turn, sid, refOf(other), how);
  const self = chat.agents.find(({ id }) => id === agent);
  if (how === 'transfer' && self !== undefined) part(turn, chat, self, 'transfer');
  return done(sid);
}

/** Leaves a conference, or a chat that waits again then (T-166). */
export function leaveChat(desk: Desk, { agent, sid, text }: Asked<'leave'>, turn: Turn): DeskAnswer {
  const chat = ownChat(desk, agent, sid);
  const self = chat?.agents.find(({ id }) => id === agent);
  if (chat === undefined || self === undefined) return refused('NoSuchChat');
  part(turn, chat, self, 'leave', text);
  return done(sid);
}

/** An agent ends the chat, for all (T-148). */
export function endByAgent(desk: Desk, { agent, sid }: Asked<'agentEnd'>, turn: Turn): DeskAnswer {
  const chat = ownChat(desk, agent, sid);
  if (chat === undefined) return refused('NoSuchChat');
  endChat(turn, chat, { by: 'agent' });
  return done(sid);
}
