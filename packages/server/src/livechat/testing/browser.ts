import { httpAsk, type HttpAnswer } from '../../testing/httpAsk.js';
import { bank, type OpenChat } from './openChat.js';
import { socketClient, type SocketClient } from './socketClient.js';

/** A customer's browser: it keeps its cookie, and tells the page's origin. */
export interface Browser {
  /** What it sends back as `Cookie`. */
  readonly cookie: string;
  readonly token: string;
  /** A request of a page, with cookie, origin and token; headers given go before. */
  ask(
    where: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
  ): Promise<HttpAnswer>;
  /** A WebSocket of a page. */
  socket(options?: { headers?: Record<string, string>; session?: string }): Promise<SocketClient>;
  /** A socket that has said hello. */
  page(id: string): Promise<SocketClient>;
}

const chat = '/tetherfi/livechat';

/** The value of a `Set-Cookie` header. */
export const cookieIn = ({ headers }: HttpAnswer): string => headers['set-cookie']?.[0]?.split(';')[0] ?? '';

/** Opens a browser, makes the first visit, and gets a token. */
export async function openBrowser(
  { origin }: Pick<OpenChat, 'origin'>,
  { from = bank, session }: { from?: string; session?: string } = {},
): Promise<Browser> {
  const site = session === undefined ? '' : `?session=${session}`;
  const cookie = cookieIn(await httpAsk(`${origin}${chat}/visit${site}`, { headers: { origin: from } }));
  const issued = await httpAsk(`${origin}${chat}/token${site}`, {
    method: 'POST',
    headers: { origin: from, cookie },
  });
  const { token } = JSON.parse(issued.text) as { token: string };
  const socket: Browser['socket'] = ({ headers = {}, session: named = session } = {}) =>
    socketClient(
      `${origin.replace('http', 'ws')}${chat}/socket${named === undefined ? '' : `?session=${named}`}`,
      {
        origin: from,
        cookie,
        ...headers,
      },
    );
  return {
    cookie,
    token,
    socket,
    ask: (where, { headers = {}, ...options } = {}) =>
      httpAsk(`${origin}${chat}${where}`, {
        ...options,
        headers: { origin: from, cookie, 'x-offhook-token': token, ...headers },
      }),
    async page(id) {
      const client = await socket();
      await client.ask({ t: 'hello', n: 1, v: 1, page: id, token });
      return client;
    },
  };
}
