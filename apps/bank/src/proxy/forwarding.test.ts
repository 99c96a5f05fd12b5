import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import { WebSocketServer } from 'ws';
import { chatSocket } from '../testing/chatSocket.js';
import { httpAsk } from '../testing/httpAsk.js';
import { closeAll, closeLater } from '../testing/openBank.js';
import { openChatStack } from '../testing/openChatStack.js';
import { openVisitor } from '../testing/openVisitor.js';

afterEach(closeAll);

/** A back end that tells what it is asked, and answers as it is told. */
async function fakeBackEnd(answer: Parameters<typeof createServer>[1]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((incoming, response) => {
    asked.push(incoming);
    answer?.(incoming, response);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, incoming) => {
    asked.push(incoming);
    // What it is told it tells back.
    socket.on('message', (data: Buffer) => socket.send(data.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  closeLater(
    () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const stack = await openChatStack({
    backEnd: `http://localhost:${(server.address() as AddressInfo).port}`,
  });
  const visitor = openVisitor(stack.bank.origin);
  await visitor.logIn(stack.bank.customers[0]);
  const headers = { origin: stack.bank.origin, cookie: visitor.cookies() };
  return { ...stack, asked, headers, visitor, sockets };
}

const cookieOfChat = /^offhook_chat=[\w-]{43}$/;

describe('what goes on to the chat', () => {
  test('T-199: neither the bank’s cookies nor credentials nor another proxy’s words', async () => {
    const { asked, headers, proxy } = await fakeBackEnd((_incoming, response) => response.end('{}'));
    await httpAsk(`${proxy}/visit?page=p%201`, {
      headers: {
        ...headers,
        authorization: 'Bearer x',
        forwarded: 'for=1.2.3.4',
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-real-ip': '1.2.3.4',
        'x-http-method-override': 'DELETE',
        'x-offhook-token': 'token',
      },
    });
    const [{ headers: got, url }] = asked as [IncomingMessage];
    expect(url).toBe('/tetherfi/livechat/visit?page=p%201');
    expect(got.cookie).toMatch(cookieOfChat);
    expect(got).toMatchObject({
      'x-offhook-token': 'token',
      origin: headers.origin,
      'x-forwarded-host': new URL(proxy).host,
      'x-forwarded-proto': 'http',
    });
    expect(got['x-forwarded-for']).toMatch(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/);
    for (const name of ['authorization', 'forwarded', 'x-real-ip', 'x-http-method-override'])
      expect(got[name]).toBeUndefined();
  });

  test('T-202: the chat’s cookie is the same for a session, and another for another', async () => {
    const { asked, bank, headers, proxy } = await fakeBackEnd((_incoming, response) => response.end('{}'));
    const other = openVisitor(bank.origin);
    await other.logIn(bank.customers[1]);
    await httpAsk(`${proxy}/visit`, { headers });
    await httpAsk(`${proxy}/visit`, { headers });
    await httpAsk(`${proxy}/visit`, { headers: { cookie: other.cookies() } });
    const [first, second, third] = asked.map((each) => each.headers.cookie);
    expect(second).toBe(first);
    expect(third).toMatch(cookieOfChat);
    expect(third).not.toBe(first);
  });
});

describe('what comes back', () => {
  test('the chat’s cookie and what it runs on stay behind, and only the bank’s pages read the rest', async () => {
    const { bank, headers, proxy } = await fakeBackEnd((_incoming, response) => {
      response.writeHead(418, 'Teapot', {
        'access-control-allow-origin': '*',
        'content-type': 'text/plain',
        'set-cookie': ['offhook_chat=secret'],
        'x-powered-by': 'something',
        server: 'something',
        etag: '"1"',
      });
      response.end('short and stout');
    });
    const answer = await httpAsk(`${proxy}/status`, { headers });
    expect([answer.status, answer.text]).toEqual([418, 'short and stout']);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': bank.origin,
      'access-control-allow-credentials': 'true',
      'content-type': 'text/plain',
      etag: '"1"',
    });
    for (const name of ['set-cookie', 'x-powered-by', 'server']) expect(answer.headers[name]).toBeUndefined();
  });

  test('T-203: bodies flow both ways as they come', async () => {
    // Tells back each piece as it comes: the second is only sent when the first has come back.
    const { headers, proxy } = await fakeBackEnd((incoming, response) => {
      response.flushHeaders();
      incoming.on('data', (piece: Buffer) => response.write(piece));
      incoming.on('end', () => response.end());
    });
    const pieces: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${proxy}/upload`, { method: 'POST', headers, agent: false }, (answer) => {
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => {
          pieces.push(piece);
          if (pieces.length === 1) sent.end('two');
        });
        answer.on('end', resolve);
      });
      sent.on('error', reject);
      sent.write('one');
    });
    expect(pieces).toEqual(['one', 'two']);
  });

  test('T-199: an answer that goes on ends when the customer signs out', async () => {
    const { headers, look, proxy, visitor } = await fakeBackEnd((_incoming, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
    });
    const ended = new Promise<string>((resolve, reject) => {
      request(`${proxy}/events?page=p`, { headers, agent: false }, (answer) => {
        answer.once('data', () => {
          void visitor.submit('/account', {}, '/logout').then(look);
        });
        answer.on('error', () => resolve('cut'));
        answer.on('end', () => resolve('ended'));
      })
        .on('error', reject)
        .end();
    });
    expect(await ended).toBe('cut');
  });

  test('a back end that breaks off is a connection that breaks off, not an answer that is whole', async () => {
    const { headers, proxy } = await fakeBackEnd((_incoming, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a part');
      setImmediate(() => response.destroy());
    });
    await expect(httpAsk(`${proxy}/visit`, { headers })).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });
});

describe('WebSockets', () => {
  test('T-203: what is said goes both ways, and only the chat’s own cookie goes along', async () => {
    const { asked, headers, proxy } = await fakeBackEnd(undefined);
    const socket = await chatSocket(`${proxy}/socket`, headers);
    const text = { t: 'x', n: 1, msg: 'é'.repeat(50_000) };
    expect(await socket.ask(text)).toEqual(text);
    expect(asked[0]?.headers.cookie).toMatch(cookieOfChat);
    expect(asked[0]?.headers.origin).toBe(headers.origin);
  });

  test('when the back end ends it, it ends', async () => {
    const { headers, proxy, sockets } = await fakeBackEnd(undefined);
    const socket = await chatSocket(`${proxy}/socket`, headers);
    for (const client of sockets.clients) client.terminate();
    await socket.closed;
    expect(sockets.clients.size).toBe(0);
  });

  test('when the page ends it, the back end hears of it', async () => {
    const { headers, proxy, sockets } = await fakeBackEnd(undefined);
    const heard = new Promise((resolve) => sockets.on('connection', (socket) => socket.on('close', resolve)));
    const socket = await chatSocket(`${proxy}/socket`, headers);
    socket.close();
    await heard;
    expect(sockets.clients.size).toBe(0);
  });
});
