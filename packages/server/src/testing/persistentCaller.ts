import { Agent, request } from 'node:http';
import { sampleRequest } from './samples.js';

/** An agent desktop that asks about calls until each is accepted, at whichever node. */
export interface PersistentCaller {
  /** The calls that were accepted. */
  readonly accepted: readonly string[];
  /** How often a node didn't accept one. */
  failures(): number;
  /** Resolves when so many were accepted. */
  until(count: number): Promise<void>;
  /** Begins no more calls, and resolves when those under way are accepted. */
  stop(): Promise<void>;
}

function post(node: string, agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(node, { method: 'POST', agent, headers }, (incoming) => {
      incoming.resume();
      incoming.once('error', reject);
      incoming.once('end', () => resolve(incoming.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** @param atOnce how many calls are under way at any time */
export function persistentCaller(nodes: readonly string[], atOnce: number): PersistentCaller {
  const accepted: string[] = [];
  const waiting = new Set<() => void>();
  const agent = new Agent({ keepAlive: true });
  let [count, failures, turn, stopped] = [0, 0, 0, false];

  async function call(id: string): Promise<void> {
    const body = JSON.stringify(sampleRequest({ callDataCallId: id }));
    for (;;) {
      const node = nodes[turn++ % nodes.length] ?? '';
      const status = await post(node, agent, body).catch(() => 0);
      if (status === 200) break;
      failures += 1;
      // One that refuses does so at once: others get their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    accepted.push(id);
    for (const look of waiting) look();
  }

  async function work(): Promise<void> {
    while (!stopped) {
      count += 1;
      await call(`1767603600.${count}`);
    }
  }

  const workers = Array.from({ length: atOnce }, work);
  return {
    accepted,
    failures: () => failures,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (accepted.length < wanted) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      stopped = true;
      await Promise.all(workers);
      agent.destroy();
    },
  };
}
