import type { AgentFrame, AgentRequest, RefusalCode } from '@offhook/livechat';
import type { AgentTokens } from '../agents/agentTokens.js';
import type { ChatHub } from '../hub/chatHub.js';
import { greetWith } from './greetWith.js';
import type { Greeting, LineParts } from './line.js';
import { readAgentRequest } from './readAgentRequest.js';

/** What agents' lines stand on. */
export interface AgentLineParts {
  readonly hub: ChatHub;
  readonly agents: AgentTokens;
  onProblem(what: string, error: unknown): void;
}

const no = (n: number, code: RefusalCode, text: string): AgentFrame => ({ t: 'no', n, code, text });

/** How an agent's page is greeted, and talked with. A logout ends its token as well. */
export function agentLine(site: string, parts: AgentLineParts): LineParts<AgentRequest, AgentFrame> {
  const { hub, agents, onProblem } = parts;
  let shown: string | undefined;

  async function greeting(
    hello: Extract<AgentRequest, { t: 'hello' }>,
    tell: (frame: AgentFrame) => void,
    close: () => void,
  ): Promise<Greeting<AgentRequest, AgentFrame>> {
    const agent = await agents.agentOf(site, hello.token);
    if (agent === undefined) return { answer: no(hello.n, 'Forbidden', 'token: log in again.') };
    shown = hello.token;
    const link = hub.agent({ site, agent, tell, close });
    // The hub has no use for the token, and what it doesn't have it can't tell.
    const answer =
      (await link.ask({ ...hello, token: '' })) ?? no(hello.n, 'Unavailable', 'There was no answer.');
    if (answer.t !== 'no') return { answer, link };
    link.gone();
    return { answer };
  }

  return {
    read: readAgentRequest,
    greet: greetWith({ greeting, no, onProblem }),
    refuse: (n, text) => no(n, 'BadRequest', text),
    pong: (n) => ({ t: 'ok', n }),
    answered(request, answer) {
      if (request.t !== 'logout' || answer?.t !== 'ok') return;
      agents.forget(site, shown).catch((error: unknown) => onProblem('logout', error));
    },
  };
}
