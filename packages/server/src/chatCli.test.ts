import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './livechat/testing/browser.js';
import { buildServer, type BuiltServer } from './testing/builtServer.js';
import { httpAsk } from './testing/httpAsk.js';

// Processes of their own take their time to start where many tests run at once.
jest.setTimeout(60_000);

let server: BuiltServer;
const data = mkdtempSync(path.join(tmpdir(), 'offhook-chat-cli-'));

beforeAll(async () => {
  server = await buildServer();
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(data, { recursive: true, force: true });
});

const from = 'http://localhost:4201';
const originOf = ({ port }: { port: number }) => `http://127.0.0.1:${port}`;

test('livechat --help says what there is, and what it cannot read ends it with 2', async () => {
  const help = await server.run(['livechat', '--help']);
  expect(help.code).toBe(0);
  for (const word of ['--loopback-origins', '--data', 'DATABASE_URL', 'OFFHOOK_CHAT_AGENTS']) {
    expect(help.output).toContain(word);
  }
  const wrong = await server.run(['livechat'], { OFFHOOK_CHAT_KEY: 'my-password' });
  expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('OFFHOOK_CHAT_KEY') });
  expect(wrong.output).not.toContain('my-password');
  expect((await server.run(['--help'])).output).toContain('offhook-server livechat --help');
});

test('it serves both local addresses, survives SIGKILL with its data, ends in good order, and prints no secret', async () => {
  const env = {
    OFFHOOK_CHAT_AGENT_PASSWORD: 'canary-password',
    OFFHOOK_CHAT_SECRET: 'canary-secret-that-is-long-enough-for-it',
    OFFHOOK_CHAT_SWITCH_KEY: 'canary-switch-key',
    OFFHOOK_CHAT_TURN_URLS: 'turn:turn.example.com',
    OFFHOOK_CHAT_TURN_SECRET: 'canary-turn-secret',
  };
  const args = [
    'livechat',
    '--port',
    '0',
    '--host',
    'localhost',
    '--loopback-origins',
    '--sites',
    '--data',
    data,
  ];
  const first = await server.start(args, env);
  expect(
    first.lines.filter((line) => /^Live chat +http:\/\/localhost:\d+\/tetherfi\/livechat$/.test(line)),
  ).toHaveLength(1);
  for (const host of ['127.0.0.1', '[::1]']) {
    expect((await httpAsk(`http://${host}:${first.port}/tetherfi/livechat/status`)).text).toBe('ONLINE');
  }
  const { cookie, token } = await openBrowser({ origin: originOf(first) }, { from, session: 'one' });
  const body = JSON.stringify({ name: 'Ada', password: 'canary-password' });
  expect((await httpAsk(`${originOf(first)}/tetherfi/agent/login`, { method: 'POST', body })).status).toBe(
    200,
  );
  await first.end('SIGKILL');

  const second = await server.start(args, env);
  const again = await httpAsk(`${originOf(second)}/tetherfi/livechat/token?session=one`, {
    method: 'POST',
    headers: { origin: from, cookie },
  });
  expect(JSON.parse(again.text)).toMatchObject({ token });
  expect((await httpAsk(`${originOf(second)}/readyz`)).status).toBe(200);
  const foreign = { origin: 'https://www.bank.example' };
  expect((await httpAsk(`${originOf(second)}/tetherfi/livechat/visit`, { headers: foreign })).status).toBe(
    403,
  );
  expect(await second.end('SIGTERM')).toBe(0);
  expect([...first.lines, ...second.lines].join('\n')).not.toMatch(/canary/);
});

test('--until-stdin-ends stops it when its starter is gone', async () => {
  const { code, output } = await server.run(['livechat', '--port', '0', '--until-stdin-ends']);
  expect(code).toBe(0);
  expect(output).toContain('Live chat');
});

test('with a Redis that is away it lives, says OFFLINE, is not ready, and tells no password', async () => {
  const node = await server.start(['livechat', '--port', '0'], {
    REDIS_URL: 'redis://:pass-word@127.0.0.1:1',
  });
  const ask = (where: string) => httpAsk(originOf(node) + where);
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(503);
  expect((await ask('/tetherfi/livechat/status')).text).toMatch(/^OFFLINE \(/);
  expect(await node.end('SIGTERM')).toBe(0);
  expect(node.lines.join('\n')).not.toContain('pass-word');
});
