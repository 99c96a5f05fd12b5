import type { AgentRef } from '@offhook/livechat';
import { type DeskAgent, type LiveChat } from './desk.js';
import { type Turn } from './turn.js';

/** An agent as entries name it. */
export const refOf = ({ id, name }: AgentRef | DeskAgent): AgentRef => ({ id, name });

/** An agent is out of a chat; when it was the last one, the chat waits again, at the head. */
export function part(
  turn: Turn,
  { sid }: LiveChat,
  agent: AgentRef | DeskAgent,
  how: 'leave' | 'transfer' | 'logout' | 'lost',
  text?: string,
): void {
  turn.entry(sid, { type: 'disconnect', agent: refOf(agent), how, ...(text === undefined ? {} : { text }) });
  const until = turn.now + turn.settings.queueTimeoutMs;
  turn.happened({ t: 'parted', at: turn.now, sid, agent: agent.id, until });
}
