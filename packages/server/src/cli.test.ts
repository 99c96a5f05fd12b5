import { buildServer, type BuiltServer } from './testing/builtServer.js';
import { sampleRequest, signedToken, tokenSecret, unsignedToken } from './testing/samples.js';
import { sseClient } from './testing/sseClient.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await buildServer();
}, 60_000);
afterAll(() => server.close());

const ask = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('--help says what there is, and what it cannot read ends it with 2', async () => {
  const help = await server.run(['--help']);
  expect(help.code).toBe(0);
  for (const word of ['--port', '--open', 'REDIS_URL', 'OFFHOOK_XIVO_KEY'])
    expect(help.output).toContain(word);
  const wrong = await server.run(['--open', 'ftp://x/']);
  expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('Try --help.') });
  expect((await server.run(['--nonsense'])).code).toBe(2);
});

test('without --open it answers none, tells browsers of calls, and ends in good order', async () => {
  const node = await server.start(['--port', '0', '--origin', 'https://agents.example.com']);
  expect(node.lines.join('\n')).toContain('Agent desktops  https://agents.example.com');
  const browser = await sseClient(`${node.url}/events`);
  const answer = await ask(node.url, sampleRequest(), { origin: 'https://agents.example.com' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://agents.example.com');
  expect(await answer.json()).toEqual({ action: 'none' });
  expect((await ask(node.url, sampleRequest(), { origin: 'https://other.example.com' })).status).toBe(403);
  await browser.until(2);
  expect(browser.events.map(({ event }) => event)).toEqual(['hello', 'call']);
  const metrics = await (await fetch(new URL('/metrics', node.url))).text();
  expect(metrics).toContain('offhook_requests_total{route="call",method="POST",status="200"} 1');
  expect(metrics).toContain('offhook_streams 1');
  expect(metrics).toContain('offhook_events_total{type="call"} 1');
  const ended = node.end('SIGTERM');
  await browser.ended;
  expect(await ended).toBe(0);
});

test('--open opens its page, with the ticket with which it gets the call; tokens are verified with a key', async () => {
  const node = await server.start(
    ['--port', '0', '--open', 'https://crm.example.com/?n={caller}', '--title', 'Customer'],
    { OFFHOOK_XIVO_KEY: tokenSecret, OFFHOOK_XIVO_SECRET: 'another secret, which is long enough too' },
  );
  const seconds = Math.floor(Date.now() / 1_000);
  const claims = { login: 'ada', issuedAt: seconds, expiresAt: seconds + 600 };
  const call = (token: string) => ask(node.url, sampleRequest({}, { token }));
  const answer = (await (await call(signedToken({ ...claims, userType: 'cti', acls: [] }))).json()) as {
    url: string;
  };
  expect(answer).toMatchObject({ action: 'open', event: 'EventRinging', title: 'Customer' });
  const url = new URL(answer.url);
  expect(url.href).toMatch(/^https:\/\/crm\.example\.com\/\?n=0123456789&call=1767603600\.1#ticket=/);
  const ticket = new URLSearchParams(url.hash.slice(1)).get('ticket');
  const context = await fetch(`${node.url}/calls/1767603600.1`, {
    headers: { authorization: `Bearer ${ticket}` },
  });
  expect(await context.json()).toMatchObject({ id: '1767603600.1', caller: '0123456789', title: 'Customer' });
  expect((await call(unsignedToken())).status).toBe(401);
  expect(await node.end('SIGTERM')).toBe(0);
  expect(node.lines.join('\n')).not.toMatch(/secret/);
});

test('with a Redis that is away it lives, is not ready, takes no call, and tells no password', async () => {
  const node = await server.start(['--port', '0'], { REDIS_URL: 'redis://:pass-word@127.0.0.1:1' });
  const status = async (path: string) => (await fetch(new URL(path, node.url))).status;
  expect(await status('/healthz')).toBe(200);
  expect(await status('/readyz')).toBe(503);
  expect((await ask(node.url, sampleRequest())).status).toBe(503);
  expect(await node.end('SIGTERM')).toBe(0);
  expect(node.lines.join('\n')).toMatch(/Redis: ECONNREFUSED/);
  expect(node.lines.join('\n')).not.toContain('pass-word');
});
