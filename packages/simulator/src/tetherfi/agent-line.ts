import type { AgentFrame, AgentRequest } from '@offhook/livechat';
import { WebSocket } from 'ws';
import { isRecord } from '../frame.js';
import { socketText } from '../socket-text.js';
import { agentPassword } from './back-end.js';

/** Without `n`, which the line numbers itself. */
type WithoutNumber<Request> = Request extends unknown ? Omit<Request, 'n'> : never;
export type AgentAsk = WithoutNumber<Exclude<AgentRequest, { t: 'hello' | 'ping' }>>;
export type AgentReply = Extract<AgentFrame, { t: 'ok' | 'no' }>;

/** One connection of a simulated agent, logged in and greeted. */
export interface AgentLine {
  readonly id: string;
  /** Resolves when the connection is gone. */
  readonly ended: Promise<void>;
  /** Rejects when the connection ends, or nothing answers for 9 s. */
  ask(request: AgentAsk): Promise<AgentReply>;
  close(): void;
}

const PING_EVERY_MS = 3_000;
const SILENT_AFTER_MS = 9_000;

const gone = (): Error => new Error('The back end’s connection has ended.');

async function logIn(origin: string, session: string, name: string): Promise<{ token: string; id: string }> {
  const url = new URL('/tetherfi/agent/login', origin);
  url.searchParams.set('session', session);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name, password: agentPassword }),
    signal: AbortSignal.timeout(SILENT_AFTER_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const agent = isRecord(answer) ? answer['agent'] : undefined;
  if (!isRecord(answer) || typeof answer['token'] !== 'string' || !isRecord(agent)) {
    throw new Error(`The back end doesn’t log ${name} in: ${response.status}.`);
  }
  return { token: answer['token'], id: String(agent['id']) };
}

function openSocket(url: URL, origin: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { origin }, handshakeTimeout: SILENT_AFTER_MS });
    socket.once('error', reject);
    socket.once('open', () => {
      socket.off('error', reject);
      // What goes wrong later ends it, and that is told.
      socket.on('error', () => {});
      resolve(socket);
    });
  });
}

/** Logs an agent in by the real protocol, as the console does. */
export async function openAgentLine(options: {
  readonly origin: string;
  readonly session: string;
  readonly name: string;
}): Promise<AgentLine> {
  const { origin, session, name } = options;
  const { token, id } = await logIn(origin, session, name);
  const url = new URL('/tetherfi/agent/socket', origin);
  url.protocol = 'ws:';
  url.searchParams.set('session', session);
  const socket = await openSocket(url, origin);
  const waiting = new Map<number, (reply?: AgentFrame) => void>();
  let count = 0;
  let heardAt = performance.now();

  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  void ended.then(() => {
    clearInterval(pinging);
    for (const settle of waiting.values()) settle();
  });
  socket.on('message', (data) => {
    heardAt = performance.now();
    const frame = JSON.parse(socketText(data)) as AgentFrame;
    if ('n' in frame) waiting.get(frame.n)?.(frame);
  });

  function tell(request: object): Promise<AgentFrame> {
    if (socket.readyState !== socket.OPEN) return Promise.reject(gone());
    count += 1;
    const n = count;
    return new Promise((resolve, reject) => {
      waiting.set(n, (reply) => {
        waiting.delete(n);
        if (reply) resolve(reply);
        else reject(gone());
      });
      socket.send(JSON.stringify({ ...request, n }));
    });
  }

  const pinging = setInterval(() => {
    if (performance.now() - heardAt >= SILENT_AFTER_MS) return socket.terminate();
    // Its answer shows that the other end lives.
    tell({ t: 'ping' }).catch(() => {});
  }, PING_EVERY_MS);
  pinging.unref();

  const greeting = await tell({ t: 'hello', v: 1, token });
  if (greeting.t !== 'welcome') {
    socket.terminate();
    throw new Error(`The back end doesn’t greet ${name}.`);
  }
  return {
    id,
    ended,
    async ask(request) {
      const reply = await tell(request);
      if (reply.t === 'ok' || reply.t === 'no') return reply;
      throw new Error(`The back end answers ${request.t} with ${reply.t}.`);
    },
    close: () => socket.terminate(),
  };
}
