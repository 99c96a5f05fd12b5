import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openAgentClient, type AgentClient } from './agentClient.js';
import { createChatNode, type ChatNode, type NodeSetup } from './chatNode.js';
import { startRedis } from './redisServer.js';
import { openTcpProxy, type TcpProxy } from './tcpProxy.js';

export interface WorldOptions extends Pick<NodeSetup, 'origins' | 'settings'> {
  /** Two nodes on one Redis of this program; one on SQLite without it. */
  readonly redis?: string;
  /** Chooses the node that a connection goes to. */
  readonly random?: () => number;
}

/** Where a back end keeps its chats. */
export interface KeptAt {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
}

/** A back end of a test's own, behind a line on which things can go wrong. */
export interface World {
  readonly nodes: readonly ChatNode[];
  readonly proxy: TcpProxy;
  /** Where the documented paths begin, for customers' pages. */
  readonly path: string;
  readonly keptAt: KeptAt;
  /** Logs somebody in. @param direct past the line */
  agent(site: string, name: string, direct?: 'direct'): Promise<AgentClient>;
  close(): Promise<void>;
}

/** Rates are for people; what these tests send comes faster. */
const fast = {
  rates: { perChat: { perSecond: 2_000, burst: 4_000 }, perWebSession: { perSecond: 4_000, burst: 8_000 } },
};

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { redis: program, random = Math.random, origins, settings } = options;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'offhook-chaos-'));
  const redis = program === undefined ? undefined : await startRedis(program);
  const setup: NodeSetup = {
    folder,
    settings: { ...fast, ...settings },
    ...(redis === undefined ? {} : { redisUrl: redis.url }),
    ...(origins === undefined ? {} : { origins }),
  };
  const nodes = Array.from({ length: redis === undefined ? 1 : 2 }, () => createChatNode(setup));
  for (const node of nodes) await node.start();
  const living = (): number | undefined => {
    const ports = nodes.flatMap(({ port }) => port ?? []);
    return ports[Math.floor(random() * ports.length)];
  };
  const [proxy, straight] = [await openTcpProxy(living), await openTcpProxy(living)];
  const agents: AgentClient[] = [];
  return {
    nodes,
    proxy,
    path: `${proxy.origin}/tetherfi/livechat`,
    keptAt: redis === undefined ? { databaseUrl: `file:${folder}/chat.db` } : { redisUrl: redis.url },
    async agent(site, name, direct) {
      const agent = await openAgentClient(direct === undefined ? proxy.origin : straight.origin, site, name);
      agents.push(agent);
      return agent;
    },
    async close() {
      for (const agent of agents) agent.close();
      for (const node of nodes) await node.kill();
      for (const each of [proxy, straight]) await each.close();
      await redis?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
