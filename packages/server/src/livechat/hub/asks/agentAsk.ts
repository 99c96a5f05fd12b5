import type { AgentFrame, AgentRequest } from '@offhook/livechat';
import { type AgentPageLink } from '../peers/agentPageLink.js';
import { accept, agentHello, agentHistory, answerOf } from './agentDesk.js';
import { agentCallback, agentSay, agentTyping } from './agentSay.js';
import { noFrame, okFrame } from './answers.js';
import { tooLong } from './limits.js';
import { agentIce, agentMedia } from './media.js';
import { refuse } from './refuse.js';
import { agentSignal } from './signal.js';

type WithAnswer = Exclude<AgentRequest, { readonly t: 'typing' | 'signal' }>;

function leave(
  link: AgentPageLink,
  request: Extract<AgentRequest, { readonly t: 'leave' }>,
): Promise<AgentFrame> {
  const { n, sid, text } = request;
  const wrong = tooLong('text', text ?? '', link.room.settings().messageBytes);
  if (wrong !== undefined) return Promise.resolve(noFrame(n, 'BadRequest', { text: wrong }));
  return answerOf(link, n, { t: 'leave', agent: link.peer.agent.id, sid, text });
}

function answer(link: AgentPageLink, request: WithAnswer): Promise<AgentFrame> {
  const { n } = request;
  const agent = link.peer.agent.id;
  switch (request.t) {
    case 'hello':
      return agentHello(link, request);
    case 'accept':
      return accept(link, request);
    case 'send':
    case 'app':
      return agentSay(link, request);
    case 'leave':
      return leave(link, request);
    case 'invite':
    case 'transfer':
      return answerOf(link, n, { t: 'pass', how: request.t, agent, sid: request.sid, to: request.to });
    case 'callback':
      return agentCallback(link, request);
    case 'end':
      return answerOf(link, n, { t: 'agentEnd', agent, sid: request.sid });
    case 'history':
      return agentHistory(link, request);
    case 'media':
      return agentMedia(link, request);
    case 'ice':
      return Promise.resolve(agentIce(link, n));
    case 'logout':
      return answerOf(link, n, { t: 'logout', agent });
    case 'ping':
      return Promise.resolve(okFrame(n, {}));
  }
}

/** Answers what an agent's page asks. Never rejects. */
export async function askOfAgent(
  link: AgentPageLink,
  request: AgentRequest,
): Promise<AgentFrame | undefined> {
  if (request.t !== 'hello' && request.t !== 'ping' && !link.isIn)
    return request.n === undefined
      ? undefined
      : noFrame(request.n, 'BadRequest', { text: 'hello comes first' });
  if (request.t === 'typing') return agentTyping(link, request);
  if (request.t === 'signal') return agentSignal(link, request);
  return link.answering(request, async () => {
    try {
      await link.room.desk.ready();
      return await answer(link, request);
    } catch (error) {
      return refuse(link.room, request.n, request.t, error);
    }
  });
}
