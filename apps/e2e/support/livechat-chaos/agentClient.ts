import { once } from 'node:events';
import type { AgentFrame, AgentRequest, DeskChat, Entry } from '@offhook/livechat';
import { WebSocket } from 'ws';

type Ask = AgentRequest extends infer R ? (R extends { readonly n?: number } ? Omit<R, 'n'> : never) : never;
type Answer = Extract<AgentFrame, { t: 'ok' }>;

interface Waiting {
  readonly request: Ask;
  done(answer: Answer): void;
  failed(error: Error): void;
}

/** An agent who speaks the protocol, and goes on where the connection broke off. */
export interface AgentClient {
  readonly token: string;
  /** What this agent was told of a chat, in order. */
  entries(sid: string): readonly Entry[];
  readonly waiting: readonly DeskChat[];
  /** Asks until it is answered, over any number of connections. Rejects where it is refused. */
  ask(request: Ask): Promise<Answer>;
  /** How often the connection was made anew. */
  readonly resumes: number;
  /** What must not happen. */
  readonly problems: readonly string[];
  close(): void;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Logs in. @param origin the back end's, or of a line to it */
export async function openAgentClient(origin: string, site: string, name: string): Promise<AgentClient> {
  const search = `?session=${site}`;
  const logs = new Map<string, Entry[]>();
  // In the order of their asking: so they are sent again.
  const asked = new Map<number, Waiting>();
  const problems: string[] = [];
  let token = '';
  let waiting: readonly DeskChat[] = [];
  let count = 0;
  let welcomes = 0;
  let socket: WebSocket | undefined;
  let isUp = false;
  let over = false;

  async function logIn(): Promise<void> {
    const response = await fetch(`${origin}/tetherfi/agent/login${search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: 'secret' }),
    });
    if (!response.ok) throw new Error(`The login is answered by ${response.status}.`);
    ({ token } = (await response.json()) as { token: string });
  }

  const send = (n: number, request: Ask): void => socket?.send(JSON.stringify({ ...request, n }));

  function take(sid: string, entries: readonly Entry[]): void {
    const log = logs.get(sid) ?? [];
    logs.set(sid, log);
    for (const entry of entries) {
      // What comes over two connections is dropped by its number.
      if (entry.seq <= log.length) continue;
      if (entry.seq !== log.length + 1) problems.push(`after ${log.length} came ${entry.seq}`);
      log.push(entry);
    }
  }

  function frame(told: AgentFrame): void {
    if (told.t === 'welcome') {
      welcomes += 1;
      isUp = true;
      for (const [n, { request }] of asked) send(n, request);
    } else if (told.t === 'ok' || told.t === 'no') {
      const one = asked.get(told.n);
      if (one === undefined) {
        if (told.t === 'no' && told.code === 'Forbidden') token = '';
        if (!isUp) socket?.terminate();
      } else if (told.t === 'ok') {
        asked.delete(told.n);
        one.done(told);
      } else if (told.code === 'Unavailable' || told.code === 'TooMany') {
        setTimeout(() => isUp && send(told.n, one.request), told.retryAfterMs ?? 200);
      } else {
        asked.delete(told.n);
        one.failed(new Error(`${one.request.t} is refused: ${told.code} ${told.text ?? ''}`));
      }
    } else if (told.t === 'desk') ({ waiting } = told);
    else if (told.t === 'entries') take(told.sid, told.entries);
  }

  async function connection(): Promise<void> {
    if (token === '') await logIn();
    const made = new WebSocket(`${origin.replace('http', 'ws')}/tetherfi/agent/socket${search}`);
    socket = made;
    made.on('error', () => undefined);
    made.on('message', (data: Buffer) => frame(JSON.parse(data.toString()) as AgentFrame));
    made.on('open', () => {
      const since = Object.fromEntries([...logs].map(([sid, log]) => [sid, log.length]));
      count += 1;
      made.send(JSON.stringify({ t: 'hello', n: count, v: 1, token, since }));
    });
    const beat = setInterval(() => isUp && send((count += 1), { t: 'ping' }), 3_000);
    await once(made, 'close');
    clearInterval(beat);
    isUp = false;
  }

  async function stay(): Promise<void> {
    await connection().catch(() => undefined);
    await pause(100);
    if (!over) await stay();
  }

  await logIn();
  void stay();
  return {
    get token() {
      return token;
    },
    get waiting() {
      return waiting;
    },
    get resumes() {
      return Math.max(0, welcomes - 1);
    },
    problems,
    entries: (sid) => logs.get(sid) ?? [],
    ask: (request) =>
      new Promise((done, failed) => {
        count += 1;
        asked.set(count, { request, done, failed });
        if (isUp) send(count, request);
      }),
    close() {
      over = true;
      socket?.terminate();
    },
  };
}
