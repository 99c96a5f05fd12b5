import { randomUUID } from 'node:crypto';
import { ControlError } from '../control-error.js';
import type { Agent } from './agent.js';
import type { AgentAsk, AgentReply } from './agent-line.js';
import type { ChatStatus } from './chat-status.js';
import type { AgentRequestBody } from './control-schemas.js';

/** The agents that the control API has logged in, by session. */
export interface AgentDesk {
  /** Does what `POST /control/tetherfi/agents` asks for; answers when the back end has done it. */
  act(request: AgentRequestBody): Promise<object>;
  /** Names of those logged in. */
  names(session: string): readonly string[];
  /** Logs all of them out. */
  empty(session: string): Promise<void>;
  /** Their connections end, without a word. */
  close(): void;
}

type Refusal = Extract<AgentReply, { t: 'no' }>;

function refused({ code, text = code }: Refusal): ControlError {
  switch (code) {
    case 'NoSuchChat':
      return new ControlError(404, 'unknown-chat', `No such live chat: ${text}`);
    case 'NoSuchAgent':
      return new ControlError(404, 'unknown-agent', `No such agent is logged in: ${text}`);
    case 'BadRequest':
      return new ControlError(400, 'invalid-request', text);
    case 'Unavailable':
      return new ControlError(503, 'unavailable', `The back end can’t keep it now: ${text}`);
    default:
      return new ControlError(409, 'invalid-state', `The back end refuses it: ${text}`);
  }
}

/** A field without which this action makes no sense. */
function needed(request: AgentRequestBody, field: 'text' | 'to'): string {
  const value = request[field];
  if (value !== undefined && value !== '') return value;
  throw new ControlError(400, 'invalid-request', `Field "${field}": "${request.action}" needs it.`);
}

function typingState(text: string): 0 | 1 {
  if (text === 'start') return 0;
  if (text === 'stop') return 1;
  throw new ControlError(400, 'invalid-request', 'Field "text": "type" takes "start" or "stop".');
}

/** What the agent asks the back end for, in the chat named. */
function askFor(request: AgentRequestBody, sid: string): AgentAsk {
  const { action, text } = request;
  switch (action) {
    case 'say':
      return { t: 'send', sid, id: randomUUID(), msg: needed(request, 'text') };
    case 'app':
      return { t: 'app', sid, id: randomUUID(), data: needed(request, 'text') };
    case 'type':
      return { t: 'typing', sid, state: typingState(needed(request, 'text')) };
    case 'leave':
      return { t: 'leave', sid, ...(text === undefined ? {} : { text }) };
    case 'callback':
      return { t: 'callback', sid, ...(text === undefined ? {} : { number: text }) };
    case 'invite':
    case 'transfer':
      return { t: action, sid, to: needed(request, 'to') };
    case 'accept':
    case 'end':
      return { t: action, sid };
    case 'login':
    case 'logout':
      throw new Error(`${action} is about no chat.`);
  }
}

export function createAgentDesk(options: {
  readonly logIn: (session: string, name: string) => Promise<Agent>;
  readonly chats: (session: string) => Promise<readonly ChatStatus[]>;
}): AgentDesk {
  const { logIn, chats } = options;
  const sessions = new Map<string, Map<string, Promise<Agent>>>();

  function agentsOf(session: string): Map<string, Promise<Agent>> {
    const agents = sessions.get(session) ?? new Map<string, Promise<Agent>>();
    sessions.set(session, agents);
    return agents;
  }

  async function loggedIn(session: string, name: string): Promise<Agent> {
    const agents = agentsOf(session);
    // Two requests at once mean one agent.
    const agent = agents.get(name) ?? logIn(session, name);
    agents.set(name, agent);
    try {
      return await agent;
    } catch {
      agents.delete(name);
      throw new ControlError(503, 'restarting', `The back end doesn’t log ${name} in. Try again soon.`);
    }
  }

  async function agentOf(session: string, name: string): Promise<Agent> {
    const agent = agentsOf(session).get(name);
    if (agent) return agent;
    throw new ControlError(409, 'not-logged-in', `${name} is not logged in. Use the action "login" first.`);
  }

  /** The chat named, or the agent's only one. */
  async function chatOf(request: AgentRequestBody, agent: Agent): Promise<string> {
    const all = await chats(request.session);
    if (request.chat !== undefined) {
      const named = all.find(({ id, sid }) => id === request.chat || sid === request.chat);
      if (named) return named.sid;
      throw new ControlError(404, 'unknown-chat', `There is no chat "${request.chat}" in this session.`);
    }
    const own = all.filter(
      ({ state, agents }) => state !== 'ended' && agents.some(({ id }) => id === agent.id),
    );
    const [only, another] = own;
    if (!only) throw new ControlError(409, 'no-chat', `${agent.name} has no chat.`);
    if (another) {
      throw new ControlError(
        409,
        'several-chats',
        `${agent.name} has ${own.length} chats: name one as "chat".`,
      );
    }
    return only.sid;
  }

  async function ask(agent: Agent, wanted: AgentAsk): Promise<Extract<AgentReply, { t: 'ok' }>> {
    const reply = await agent.ask(wanted);
    if (reply.t === 'no') throw refused(reply);
    return reply;
  }

  return {
    async act(request) {
      const { session, name, action, chat } = request;
      if (action === 'login') {
        const { id } = await loggedIn(session, name);
        return { ok: true, id };
      }
      const agent = await agentOf(session, name);
      if (action === 'logout') {
        agentsOf(session).delete(name);
        await agent.logOut();
        return { ok: true };
      }
      if (action === 'accept' && chat === undefined) {
        const { sid } = await ask(agent, { t: 'accept' });
        return { ok: true, ...(sid === undefined ? {} : { chat: sid }) };
      }
      // What is wrong with the request itself is told first.
      const of = (sid: string): AgentAsk => askFor(request, sid);
      of('');
      const sid = await chatOf(request, agent);
      await ask(agent, of(sid));
      return { ok: true, chat: sid };
    },
    names: (session) => [...(sessions.get(session)?.keys() ?? [])],
    async empty(session) {
      const agents = [...agentsOf(session).values()];
      sessions.delete(session);
      for (const agent of await Promise.allSettled(agents)) {
        if (agent.status === 'fulfilled') await agent.value.logOut();
      }
    },
    close() {
      for (const agents of sessions.values()) {
        for (const agent of agents.values()) {
          agent.then(
            (one) => one.close(),
            () => {},
          );
        }
      }
      sessions.clear();
    },
  };
}
