import type { AgentFrame, AgentRequest, Entry, IceServer, PastChat, SignalFrame } from '@offhook/livechat';
import { type ChatHub } from '../chatHub.js';
import { site, type AgentAsk } from './hubWorld.js';
import { inAWord } from './testPage.js';

interface Answer {
  readonly t: string;
  readonly code?: string;
  readonly sid?: string;
  readonly seq?: number;
  readonly time?: string;
  readonly retryAfterMs?: number;
  readonly text?: string;
  readonly chats?: readonly PastChat[];
  readonly ice?: readonly IceServer[];
}

type DeskFrame = Extract<AgentFrame, { readonly t: 'desk' }>;

/** An agent's page that keeps what it is told. The agent's id is the name in small letters. */
export interface TestAgent {
  ask(request: AgentAsk): Promise<Answer>;
  accept(sid?: string): Promise<Answer>;
  send(sid: string, msg: string): Promise<Answer>;
  readonly told: AgentFrame[];
  entries(sid: string): readonly Entry[];
  heard(sid: string): readonly string[];
  signals(): readonly SignalFrame[];
  /** A request without a number: nothing is answered. */
  say(request: AgentAsk): Promise<unknown>;
  /** The desk as it was told last. */
  desk(): DeskFrame | undefined;
  gone(): void;
  readonly closed: boolean;
}

let messages = 0;

export function testAgent(hub: ChatHub, name: string, skills?: readonly string[]): TestAgent {
  const told: AgentFrame[] = [];
  const kept = new Map<string, Entry[]>();
  let closed = false;
  let n = 0;
  const link = hub.agent({
    site,
    agent: { id: name.toLowerCase(), name },
    ...(skills === undefined ? {} : { skills }),
    tell(frame) {
      told.push(frame);
      if (frame.t !== 'entries') return;
      const own = kept.get(frame.sid) ?? [];
      kept.set(frame.sid, own);
      for (const entry of frame.entries) {
        const last = own.at(-1)?.seq;
        if (last !== undefined && entry.seq !== last + 1) throw new Error(`entry ${entry.seq} after ${last}`);
        own.push(entry);
      }
    },
    close: () => void (closed = true),
  });

  async function ask(request: AgentAsk): Promise<Answer> {
    n += 1;
    const answer = (await link.ask({ ...request, n })) as unknown as Answer | undefined;
    return answer ?? { t: 'nothing' };
  }

  return {
    told,
    ask,
    accept: (sid) => ask({ t: 'accept', ...(sid === undefined ? {} : { sid }) }),
    send: (sid, msg) => ask({ t: 'send', sid, id: `a${String((messages += 1))}`, msg }),
    entries: (sid) => kept.get(sid) ?? [],
    heard: (sid) => (kept.get(sid) ?? []).map(inAWord),
    signals: () => told.filter((frame) => frame.t === 'signal'),
    say: (request) => link.ask(request as AgentRequest),
    desk: () => told.filter((frame): frame is DeskFrame => frame.t === 'desk').at(-1),
    gone: () => link.gone(),
    get closed() {
      return closed;
    },
  };
}
