import { done, refused, type DeskAnswer, type DeskCommand } from './command.js';
import { type Desk, type DeskAgent } from './desk.js';
import { part } from './part.js';
import { type Turn } from './turn.js';

type Asked<T extends DeskCommand['t']> = Extract<DeskCommand, { readonly t: T }>;

/** An agent logs in, or is back. */
export function agentIn(desk: Desk, { agent, node, skills }: Asked<'agentIn'>, turn: Turn): DeskAnswer {
  const known = desk.agents.get(agent.id);
  const isSame = known?.name === agent.name && String(known.skills) === String(skills);
  if (known?.nodes.has(node) === true && isSame) return done();
  turn.happened({
    t: 'agentIn',
    at: turn.now,
    agent: { id: agent.id, name: agent.name },
    node,
    ...(skills === undefined ? {} : { skills }),
  });
  return done();
}

/** An agent's last connection to a node is lost: the chats are kept for a while. */
export function agentLost(desk: Desk, { agent, node }: Asked<'agentLost'>, turn: Turn): DeskAnswer {
  if (desk.agents.get(agent)?.nodes.has(node) === true)
    turn.happened({ t: 'agentLost', at: turn.now, agent, node, until: turn.now + turn.settings.agentLostMs });
  return done();
}

/** An agent is out of all chats, and of the desk. */
export function dismiss(desk: Desk, agent: DeskAgent, how: 'logout' | 'lost', turn: Turn): void {
  for (const sid of agent.chats) {
    const chat = desk.chats.get(sid);
    if (chat !== undefined) part(turn, chat, agent, how);
  }
  turn.happened({ t: 'agentOut', at: turn.now, agent: agent.id });
}

/** An agent logs out. */
export function logout(desk: Desk, id: string, turn: Turn): DeskAnswer {
  const agent = desk.agents.get(id);
  if (agent === undefined) return refused('WrongState');
  dismiss(desk, agent, 'logout', turn);
  return done();
}
