import { dismiss } from './agents.js';
import { done, type DeskAnswer } from './command.js';
import { type Desk } from './desk.js';
import { chatDue, dueAt } from './due.js';
import { endChat, endWithNotice } from './endings.js';
import { type Turn } from './turn.js';

/** How much is done in one write: a failure of many pages at once doesn't hold up the rest. */
const most = 200;

/** Does what is due: the wait is over, nobody came back, an agent is lost for good. */
export function tick(desk: Desk, turn: Turn): DeskAnswer {
  const due = dueAt(desk, turn.now).slice(0, most);
  for (const { kind, id } of due.filter((deadline) => deadline.kind === 'chat')) {
    const chat = desk.chats.get(id);
    const why = chat === undefined ? undefined : chatDue(chat)?.why;
    if (chat === undefined || why === undefined || kind !== 'chat') continue;
    if (why === 'queue') endWithNotice(turn, chat, 'TimedOutInQueue');
    else endChat(turn, chat, { by: 'server', why });
  }
  const ended = new Set(turn.events.flatMap((event) => (event.t === 'ended' ? [event.sid] : [])));
  for (const { id } of due.filter((deadline) => deadline.kind === 'agent')) {
    const agent = desk.agents.get(id);
    if (agent === undefined) continue;
    const chats = new Set([...agent.chats].filter((sid) => !ended.has(sid)));
    dismiss(desk, { ...agent, chats }, 'lost', turn);
  }
  return done();
}
