import type { AgentTokens } from '../agents/agentTokens.js';
import { bearerOf } from '../http/bearer.js';
import type { Exchange } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import type { ChatHub } from '../hub/chatHub.js';
import type { WebSessions } from '../sessions/webSessions.js';
import type { Owner } from './fileParts.js';

/** Who may read and write the files of which chat. Each throws a FrontError. */
export interface FileAccess {
  /** A customer's page that shows a chat which goes on. */
  uploader(exchange: Exchange): Promise<Owner>;
  /** The web session of a chat which goes on: what was begun on one page may be ended on the next. */
  resumer(exchange: Exchange): Promise<Owner>;
  /** An agent who is in the chat. */
  agent(exchange: Exchange): Promise<Owner>;
  /** The chat of the web session, also one that has ended a short time ago. */
  reader(exchange: Exchange): Promise<string>;
}

const noChat = (): FrontError => new FrontError('not-found', 'There is no such chat here.');

const given = (exchange: Exchange, name: string): string | undefined => {
  const value = exchange.query.get(name);
  return value === null || value === '' || value.length > 128 ? undefined : value;
};

/** Customers by their cookie, agents by their token. Whose a chat isn't hears that there is none. */
export function fileAccess(hub: ChatHub, sessions: WebSessions, agents: AgentTokens): FileAccess {
  const chatOf = (exchange: Exchange, web: string, page: string) =>
    hub.chatOf(exchange.site, web, page, given(exchange, 'sid'));

  async function owner(exchange: Exchange, needsPage: boolean): Promise<Owner> {
    const { site } = exchange;
    const web = sessions.need(exchange);
    const page = given(exchange, 'page') ?? '';
    const chat = await chatOf(exchange, web, page);
    if (chat?.live !== true) throw noChat();
    if (needsPage && !chat.attached)
      throw new FrontError('forbidden', 'This page doesn’t show the chat: open it first.');
    return { by: 'c', site, web, page, sid: chat.sid };
  }

  return {
    uploader: (exchange) => owner(exchange, true),
    resumer: (exchange) => owner(exchange, false),
    async agent(exchange) {
      const { site, request } = exchange;
      const agent = await agents.agentOf(site, bearerOf(request.headers.authorization));
      if (agent === undefined) throw new FrontError('wrong-password', 'Authorization: log in again.');
      const sid = given(exchange, 'sid');
      const chat = sid === undefined ? undefined : await hub.agentChat(site, agent.id, sid);
      if (chat === undefined) throw noChat();
      return { by: 'a', site, agent, sid: chat.sid };
    },
    async reader(exchange) {
      const chat = await chatOf(exchange, sessions.need(exchange), given(exchange, 'page') ?? '');
      if (chat === undefined) throw noChat();
      return chat.sid;
    },
  };
}
