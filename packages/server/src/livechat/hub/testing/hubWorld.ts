import type { AgentRequest, CustomerRequest } from '@offhook/livechat';
import { virtualClock, type VirtualClock } from '../../../testing/virtualClock.js';
import { memoryLog } from '../../log/memoryLog.js';
import { memoryStore, type MemoryStore } from '../../log/memoryStore.js';
import { type SessionLog } from '../../log/sessionLog.js';
import { type Admission } from '../admission.js';
import { type ChatHub, type ChatHubOptions } from '../chatHub.js';
import { createChatHub } from '../createChatHub.js';
import { defaultSettings, type Settings } from '../settings.js';
import { testAgent, type TestAgent } from './testAgent.js';
import { testPage, type TestPage } from './testPage.js';

/** A request without its number. */
export type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'n'> : never;
export type PageAsk = Unnumbered<CustomerRequest>;
export type AgentAsk = Unnumbered<AgentRequest>;

/** One process. */
export interface TestNode {
  readonly name: string;
  readonly hub: ChatHub;
  readonly log: SessionLog;
  /** As by SIGKILL: it says and does nothing more. */
  kill(): Promise<void>;
  page(web: string, page: string, since?: Record<string, number>): Promise<TestPage>;
  /** A connection that says nothing yet. */
  silentPage(web: string, page: string): TestPage;
  /** `seat`: what the agent's page calls itself. */
  agent(name: string, skills?: readonly string[], seat?: string): Promise<TestAgent>;
}

/** A world of nodes with one store and one clock that stands still. */
export interface HubWorld {
  readonly clock: VirtualClock;
  readonly store: MemoryStore;
  /** Changes what the site goes by from now on. */
  set(change: Partial<Settings>): void;
  readonly callbacks: { readonly number: string; readonly sid: string; readonly by: string }[];
  readonly problems: unknown[];
  node(name: string, more?: Partial<ChatHubOptions>): TestNode;
  /** Lets time pass in steps, and all that falls due happen. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export const site = 'main';

/** Lets all that is under way come to rest. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets in everybody whose details are an object, and takes the strings of it. */
export const openDoor: Admission = {
  admit: (_visitor, { details, bot }) =>
    Promise.resolve({
      ok: true,
      details: details as Record<string, string>,
      ...(bot === undefined ? {} : { bot }),
      autoCallback: (details as { enable_autocb?: boolean }).enable_autocb === true,
    }),
};

export function hubWorld(change: Partial<Settings> = {}): HubWorld {
  const clock = virtualClock();
  const store = memoryStore();
  let settings: Settings = { ...defaultSettings, ...change };
  let ids = 0;
  const nodes: TestNode[] = [];
  const callbacks: HubWorld['callbacks'] = [];
  const problems: unknown[] = [];

  function node(name: string, more: Partial<ChatHubOptions> = {}): TestNode {
    const log = more.log ?? memoryLog({ clock, store });
    const hub = createChatHub({
      log,
      clock,
      ids: () => `id${String((ids += 1))}`,
      node: name,
      settings: () => settings,
      admission: openDoor,
      onCallback: (_site, callback) => void callbacks.push(callback),
      onProblem: (_what, error) => void problems.push(error),
      ...more,
    });
    const made: TestNode = {
      name,
      hub,
      log,
      kill: () => log.close(),
      silentPage: (web, page) => testPage(hub, web, page),
      async page(web, page, since) {
        const opened = testPage(hub, web, page);
        await opened.ask({ t: 'hello', v: 1, page, ...(since === undefined ? {} : { since }) });
        await rest();
        return opened;
      },
      agent: async (agentName, skills, seat) => {
        const agent = testAgent(hub, agentName, skills);
        await agent.ask({ t: 'hello', v: 1, token: '', ...(seat === undefined ? {} : { seat }) });
        await rest();
        return agent;
      },
    };
    nodes.push(made);
    return made;
  }

  return {
    clock,
    store,
    callbacks,
    problems,
    node,
    set(changed) {
      settings = { ...settings, ...changed };
    },
    async pass(ms) {
      const step = Math.max(1, Math.ceil(ms / 50));
      for (let left = ms; left > 0; left -= step) {
        clock.advance(Math.min(step, left));
        await rest();
      }
    },
    async close() {
      for (const { hub, log } of nodes) {
        await hub.close();
        await log.close();
      }
    },
  };
}
