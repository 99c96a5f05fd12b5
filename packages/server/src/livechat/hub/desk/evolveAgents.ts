import { type Desk, type DeskAgent } from './desk.js';
import { type DeskEvent } from './deskEvent.js';
import { lose } from './evolvePages.js';

type AgentEvent = Extract<DeskEvent, { readonly t: 'agentIn' | 'agentLost' | 'agentOut' | 'nodeDead' }>;

function loseNode(desk: Desk, agent: DeskAgent, node: string, until: number): void {
  if (!agent.nodes.delete(node) || agent.nodes.size > 0) return;
  agent.lostUntil = until;
  desk.deadlines.set({ at: until, kind: 'agent', id: agent.id });
}

function comeIn(desk: Desk, { agent, node, skills }: Extract<AgentEvent, { readonly t: 'agentIn' }>): void {
  const known = desk.agents.get(agent.id);
  const own: DeskAgent = known ?? { id: agent.id, name: agent.name, nodes: new Set(), chats: new Set() };
  own.name = agent.name;
  own.skills = skills;
  own.nodes.add(node);
  own.lostUntil = undefined;
  desk.agents.set(own.id, own);
}

/** Agents: who is there, and who is lost. */
export function evolveAgents(desk: Desk, event: AgentEvent): void {
  if (event.t === 'agentIn') return comeIn(desk, event);
  if (event.t === 'agentOut') return void desk.agents.delete(event.agent);
  if (event.t === 'agentLost') {
    const agent = desk.agents.get(event.agent);
    if (agent !== undefined) loseNode(desk, agent, event.node, event.until);
    return;
  }
  for (const page of desk.pages.values())
    if (page.node === event.node && page.lostUntil === undefined) lose(desk, page, event.pagesUntil);
  for (const agent of desk.agents.values()) loseNode(desk, agent, event.node, event.agentsUntil);
}
