import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { openBrowser, type Browser } from '../testing/browser.js';
import { bank, closeChats, openChat, type OpenChat } from '../testing/openChat.js';

afterEach(closeChats);

interface Stream {
  readonly incoming: IncomingMessage;
  readonly events: { readonly id: number; readonly data: unknown }[];
  until(count: number): Promise<void>;
  close(): void;
}

/** An event stream, as a browser's EventSource reads it. */
async function openStream(
  chat: OpenChat,
  browser: Browser,
  page: string,
  headers: Record<string, string> = {},
): Promise<Stream> {
  const sent = request(`${chat.origin}/tetherfi/livechat/events?page=${page}`, {
    agent: false,
    headers: { origin: bank, cookie: browser.cookie, ...headers },
  });
  sent.end();
  sent.on('error', () => undefined);
  const [incoming] = (await once(sent, 'response')) as [IncomingMessage];
  const events: { id: number; data: unknown }[] = [];
  const waiting = new Set<() => void>();
  let text = '';
  incoming.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const found = /^id: (\d+)\ndata: (.*)$/.exec(text.slice(0, end));
      text = text.slice(end + 2);
      if (found !== null) events.push({ id: Number(found[1]), data: JSON.parse(found[2] ?? '') });
    }
    for (const look of waiting) look();
  });
  incoming.on('error', () => undefined);
  return {
    incoming,
    events,
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (events.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => sent.destroy(),
  };
}

const post = (browser: Browser, frame: object, page = 'p1') =>
  browser.ask(`/frames?page=${page}`, { method: 'POST', body: JSON.stringify(frame) });

async function greeted() {
  const chat = await openChat();
  const browser = await openBrowser(chat);
  const hello = await post(browser, { t: 'hello', n: 1, v: 1, page: 'p1', token: browser.token });
  const visitor = chat.hub.visitors[0];
  if (visitor === undefined) throw new Error('Nobody came.');
  return { chat, browser, hello, visitor };
}
const queue = (position: number) => ({ t: 'queue', sid: 's', position }) as const;

test('T-203: hello, requests and their answers go by plain requests', async () => {
  const { chat, browser, hello } = await greeted();
  expect(JSON.parse(hello.text)).toMatchObject([{ t: 'welcome', n: 1 }]);
  expect(hello.headers['access-control-allow-origin']).toBe(bank);
  expect(JSON.parse((await post(browser, { t: 'send', n: 2, id: 'm', msg: '<b>' })).text)).toEqual([
    { t: 'ok', n: 2 },
  ]);
  expect(JSON.parse((await post(browser, { t: 'typing', state: 0 })).text)).toEqual([]);
  expect(JSON.parse((await post(browser, { t: 'ping', n: 4 })).text)).toEqual([{ t: 'ok', n: 4 }]);
  expect(chat.hub.asked.map(({ t }) => t)).toEqual(['hello', 'send', 'typing']);
});

test('T-203: all else comes as events, also what was told before the stream was there', async () => {
  const { chat, browser, visitor } = await greeted();
  visitor.tell(queue(1));
  const stream = await openStream(chat, browser, 'p1');
  expect(stream.incoming.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'access-control-allow-credentials': 'true',
  });
  visitor.tell(queue(2));
  await stream.until(2);
  expect(stream.events).toEqual([
    { id: 1, data: queue(1) },
    { id: 2, data: queue(2) },
  ]);
  stream.close();
});

test('a stream that broke off goes on after the last event that the page has', async () => {
  const { chat, browser, visitor } = await greeted();
  const first = await openStream(chat, browser, 'p1');
  for (const position of [1, 2, 3]) visitor.tell(queue(position));
  await first.until(3);
  first.close();
  visitor.tell(queue(4));
  const second = await openStream(chat, browser, 'p1', { 'last-event-id': '2' });
  await second.until(2);
  expect(second.events.map(({ id }) => id)).toEqual([3, 4]);
  second.close();
});

test('a page without a stream for 15 s is lost, and has to say hello again', async () => {
  const { chat, browser } = await greeted();
  chat.clock.advance(15_000);
  expect(chat.hub.gone).toEqual(['p1']);
  const answer = await post(browser, { t: 'open', n: 2 });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { error: { code: 'hello-first' } }]);
  expect((await browser.ask('/events?page=p1')).status).toBe(409);
});

test('a page with a stream isn’t, and its stream is kept open', async () => {
  const { chat, browser, visitor } = await greeted();
  const stream = await openStream(chat, browser, 'p1');
  chat.clock.advance(60_000);
  expect(chat.hub.gone).toEqual([]);
  visitor.tell(queue(1));
  await stream.until(1);
  stream.close();
});

test('a page that doesn’t fetch what it is told is given up', async () => {
  const { chat, visitor } = await greeted();
  for (let position = 1; chat.hub.gone.length === 0; position += 1) visitor.tell(queue(position));
  expect(chat.hub.gone).toEqual(['p1']);
});

test('a second hello of a page takes its place over', async () => {
  const { chat, browser } = await greeted();
  await post(browser, { t: 'hello', n: 1, v: 1, page: 'p1', token: browser.token });
  expect(chat.hub.gone).toEqual(['p1']);
  expect(chat.hub.visitors).toHaveLength(2);
  expect(JSON.parse((await post(browser, { t: 'open', n: 2 })).text)).toEqual([{ t: 'ok', n: 2 }]);
});

test('a wrong token, page or frame is refused', async () => {
  const { chat, browser } = await greeted();
  const hello = { t: 'hello', n: 1, v: 1, page: 'p2', token: 'wrong' };
  expect(JSON.parse((await post(browser, hello, 'p2')).text)).toMatchObject([{ t: 'no', code: 'Forbidden' }]);
  expect((await post(browser, { ...hello, token: browser.token }, 'p3')).status).toBe(400);
  expect((await post(browser, { t: 'send', n: 1 })).status).toBe(400);
  expect((await browser.ask('/frames', { method: 'POST', body: '{}' })).status).toBe(400);
  expect((await browser.ask('/frames?page=p1', { method: 'POST', body: 'x'.repeat(460_000) })).status).toBe(
    413,
  );
  expect(chat.hub.visitors).toHaveLength(1);
});

test('P-1: a start over the fallback makes the token live as long as the chat', async () => {
  const { chat, browser } = await greeted();
  await post(browser, { t: 'start', n: 2, details: {} });
  const stream = await openStream(chat, browser, 'p1');
  chat.clock.advance(3_600_000);
  expect((await post(browser, { t: 'ping', n: 3 })).status).toBe(200);
  stream.close();
});

test('at the end of the server streams end too', async () => {
  const { chat, browser } = await greeted();
  const stream = await openStream(chat, browser, 'p1');
  const ended = once(stream.incoming, 'end');
  await Promise.all([ended, chat.server.close()]);
  expect(chat.hub.gone).toEqual(['p1']);
});
