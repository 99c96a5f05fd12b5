import { createServer, Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { nodeHandler, serveXivo } from './node.js';
import { closeServices, crm, openService } from './testing/openService.js';
import { httpAsk } from './testing/httpAsk.js';
import { sampleRequest } from './testing/samples.js';
import { sseClient } from './testing/sseClient.js';
import type { XivoAnswer } from './xivo/xivoAnswer.js';

afterEach(closeServices);

const body = JSON.stringify(sampleRequest());
const head = [
  'POST /xivo HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
  '',
  '',
].join('\r\n');

/** A host that answers when it is told to. */
function slowHost() {
  let answer: (given: XivoAnswer) => void = () => undefined;
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  return {
    isAsked,
    answer: (given: XivoAnswer) => answer(given),
    onAnswer: () => {
      asked();
      return new Promise<XivoAnswer>((resolve) => (answer = resolve));
    },
  };
}

describe('the server', () => {
  it('keeps a connection open, and serves what comes in one go in order', async () => {
    const { server } = await openService();
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.write(
      `${head}${body}${head}${body}GET /other HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    await once(socket, 'close');
    expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404']);
    expect(text).toContain('Connection: keep-alive');
  });

  it('uses one connection for many calls', async () => {
    const { url } = await openService();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let number = 0; number < 5; number += 1) {
      const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
      sent.end(body);
      const [incoming] = (await once(sent, 'response')) as [IncomingMessage];
      ports.add(incoming.socket.localPort);
      await once(incoming.resume(), 'end');
    }
    agent.destroy();
    expect(ports.size).toBe(1);
  });

  it('tells where it listens, and why it can’t', async () => {
    const { server, service } = await openService();
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/xivo`);
    await expect(serveXivo(service, { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('ends in good order: the running call is answered, streams end, nothing new is taken', async () => {
    const host = slowHost();
    const open = await openService({ onAnswer: host.onAnswer });
    const stream = await sseClient(`${open.url}/events`, { origin: crm });
    await stream.until(1);
    const answering = open.post();
    await host.isAsked;

    const closing = open.server.close();
    await stream.ended;
    host.answer({ action: 'open', url: '/1' });
    const answer = await answering;
    await closing;

    expect(answer).toMatchObject({ status: 200, text: '{"action":"open","url":"/1"}' });
    expect(answer.headers['connection']).toBe('close');
    await expect(httpAsk(open.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(open.server.close()).toBe(open.server.close());
  });

  it('doesn’t wait for connections on which nothing happens', async () => {
    const { server } = await openService();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head + body);
    await once(socket, 'data');
    const closed = once(socket, 'close');
    socket.resume();
    await server.close();
    await closed;
  });

  it('gives up what doesn’t end in time', async () => {
    const host = slowHost();
    const open = await openService({ onAnswer: host.onAnswer });
    const server = await serveXivo(open.service, { port: 0, drainMs: 1 });
    const asked = httpAsk(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const outcome = asked.catch((error: unknown) => error);
    await host.isAsked;
    await server.close();
    expect(await outcome).toMatchObject({ code: 'ECONNRESET' });
  });

  it('is served by a server of the host’s own', async () => {
    const { service } = await openService();
    const server = createServer(nodeHandler(service)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const headers = { 'content-type': 'application/json' };
    const answer = await httpAsk(`http://127.0.0.1:${port}/xivo`, { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 200, text: '{"action":"none"}' });
    server.close();
  });

  it('X-4: a client that goes away in the middle of its body leaves nothing behind', async () => {
    const { server, clock, calls, log, post } = await openService();
    const waits = clock.nextTimer();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head + body.slice(0, 20));
    await waits;
    socket.destroy();
    await post();
    while (log.length < 2) await post();
    expect(log.map(({ code }) => code)).toContain('bad-request');
    expect(clock.pending).toBe(0);
    expect(new Set(calls).size).toBe(1);
  });
});
