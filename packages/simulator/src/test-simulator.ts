import { WebSocket } from 'ws';
import type { FromPage, ToPage } from './ringcentral/page-protocol.js';
import { socketText } from './socket-text.js';
import { startSimulator, type Simulator, type SimulatorOptions } from './start-simulator.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A running simulator on free ports and what a test does with it. */
export interface TestSimulator {
  readonly simulator: Simulator;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens a widget's line as its page would. */
  openWidget(query?: string, headers?: Readonly<Record<string, string>>): Promise<TestPage>;
  close(): Promise<void>;
}

export interface TestPage {
  readonly messages: ToPage[];
  readonly closed: Promise<void>;
  send(message: FromPage | string): void;
  /** Resolves with the first message that passes. */
  until(passes: (message: ToPage) => boolean): Promise<ToPage>;
  close(): void;
}

function openPage(url: URL, headers: Readonly<Record<string, string>>): Promise<TestPage> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { ...headers } });
    const messages: ToPage[] = [];
    const waiting = new Set<() => void>();
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    socket.once('error', reject);
    socket.on('message', (data) => {
      messages.push(JSON.parse(socketText(data)) as ToPage);
      for (const look of [...waiting]) look();
    });
    socket.once('open', () =>
      resolve({
        messages,
        closed,
        send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
        until(passes) {
          return new Promise((found) => {
            const look = () => {
              const message = messages.find(passes);
              if (!message) return;
              waiting.delete(look);
              found(message);
            };
            waiting.add(look);
            look();
          });
        },
        close: () => socket.close(),
      }),
    );
  });
}

export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({ port: 0, tetherfi: false, ...options });
  const pages: TestPage[] = [];
  const answer = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    simulator,
    get: async (path, headers = {}) => answer(await fetch(new URL(path, simulator.board), { headers })),
    post: async (path, body, headers = {}) =>
      answer(
        await fetch(new URL(path, simulator.board), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    async openWidget(query = '', headers = {}) {
      const url = new URL(`/socket?${query}`, simulator.origins.ringcentral);
      url.protocol = 'ws:';
      const page = await openPage(url, headers);
      pages.push(page);
      return page;
    },
    async close() {
      for (const page of pages) page.close();
      await simulator.close();
    },
  };
}

/** True when the widget has posted a frame of this type. */
export const posted =
  (type: string) =>
  (message: ToPage): boolean =>
    message.kind === 'post' &&
    typeof message.data === 'object' &&
    message.data !== null &&
    'type' in message.data &&
    message.data.type === type;
