import type { AgentFrame, AgentRequest, NoticeCode, AgentRef } from '@offhook/livechat';
import { type DeskCommand } from '../desk/command.js';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { pastChats } from '../site/history.js';
import { noFrame, okFrame } from './answers.js';
import { isInChat } from './callback.js';

type Asked<T extends AgentRequest['t']> = Extract<AgentRequest, { readonly t: T }>;

/** An agent's connection begins: who it is was checked. Own chats follow, from where the page has them, and the desk. */
export async function agentHello(
  link: AgentPageLink,
  { n, seat, since = {} }: Asked<'hello'>,
): Promise<AgentFrame> {
  const { room, peer } = link;
  const { agent, skills } = peer;
  await room.desk.run({ t: 'agentIn', agent, node: room.options.node, skills });
  link.seat = seat;
  room.addAgent(link);
  for (const sid of room.state.agents.get(agent.id)?.chats ?? [])
    await link.join(sid, Math.max(0, since[sid] ?? 0));
  room.tellDesk();
  return { t: 'welcome', n, v: 1, now: new Date(room.now()).toISOString(), agent };
}

/** The agent's details, or which of the two things went wrong (T-152, T-153). */
async function detailsOf({ room, peer }: AgentPageLink): Promise<AgentRef | NoticeCode> {
  const fault = room.settings().agentFault;
  if (fault !== undefined) return fault;
  const ask = room.options.agentDetails;
  if (ask === undefined) return peer.agent;
  try {
    const details = await ask(room.name, peer.agent);
    return details === undefined || details.name === ''
      ? 'ErrorAgentDetails'
      : { ...details, id: peer.agent.id };
  } catch (error) {
    room.problem('agentDetails', error);
    return 'ErrorInGetAgentDetails';
  }
}

/** Takes a chat that waits: the one named, or the next. */
export async function accept(link: AgentPageLink, { n, sid }: Asked<'accept'>): Promise<AgentFrame> {
  const details = await detailsOf(link);
  const who: { readonly agent: AgentRef; readonly fault?: NoticeCode } =
    typeof details === 'string' ? { agent: link.peer.agent, fault: details } : { agent: details };
  return answerOf(link, n, { t: 'accept', ...who, sid });
}

/** Asks the desk. */
export async function answerOf(
  { room }: AgentPageLink,
  n: number,
  command: DeskCommand,
): Promise<AgentFrame> {
  const answer = await room.desk.run(command);
  const sid = answer.ok ? answer.sids[0] : undefined;
  if (answer.ok) return okFrame(n, sid === undefined ? {} : { sid });
  const { code } = answer;
  return noFrame(n, code === 'NoSuchChat' || code === 'NoSuchAgent' ? code : 'WrongState');
}

/** Earlier chats of a live chat's customer. */
export async function agentHistory(link: AgentPageLink, { n, sid }: Asked<'history'>): Promise<AgentFrame> {
  const { room, peer } = link;
  const customer = room.state.chats.get(sid)?.customer;
  if (!isInChat(room, peer.agent, sid)) return noFrame(n, 'NoSuchChat');
  return { t: 'ok', n, sid, chats: customer === undefined ? [] : await pastChats(room, customer, sid) };
}
