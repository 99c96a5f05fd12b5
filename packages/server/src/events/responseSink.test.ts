import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type EventSink } from './eventSink.js';
import { responseSink } from './responseSink.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that begins a stream for whoever comes, and a client that asks for one. */
async function meet() {
  const sinks: EventSink[] = [];
  const closed: Promise<unknown>[] = [];
  const server = createServer((_, outgoing) => {
    closed.push(once(outgoing, 'close'));
    sinks.push(responseSink(outgoing, { 'cache-control': 'no-store' }));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const request = get({ host: '127.0.0.1', port });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { sink: sinks[0]!, closed: closed[0]!, response };
}

test('begins at once, and sends each chunk as it is', async () => {
  const { sink, response, closed } = await meet();
  expect(response.statusCode).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'close',
  });
  expect(response.headers['transfer-encoding']).toBeUndefined();
  for (const text of ['one\n\n', 'two\n\n']) {
    sink.write(Buffer.from(text));
    const [chunk] = (await once(response, 'data')) as [Buffer];
    expect(chunk.toString()).toBe(text);
  }
  sink.close();
  await closed;
  response.resume();
  await once(response, 'close');
});

test('knows what the client has not taken, and is done when it goes', async () => {
  const { sink, response, closed } = await meet();
  response.pause();
  const chunk = Buffer.alloc(1_000_000, 'x');
  for (let count = 0; count < 30; count += 1) sink.write(chunk);
  expect(sink.pending()).toBeGreaterThan(1_000_000);
  response.destroy();
  await closed;
  sink.write(chunk);
  sink.close();
});

test('what is written in one turn goes out together, and whole', async () => {
  const { sink, response } = await meet();
  const texts = Array.from({ length: 100 }, (_, index) => `event ${index}\n\n`);
  for (const text of texts) sink.write(Buffer.from(text));
  sink.write(Buffer.from('the end'));
  let got = '';
  while (!got.endsWith('the end')) {
    const [chunk] = (await once(response, 'data')) as [Buffer];
    got += chunk.toString();
  }
  expect(got).toBe(`${texts.join('')}the end`);
  sink.close();
});
