import { openBrowser } from '../testing/browser.js';
import { socketClient } from '../testing/socketClient.js';
import { agentPassword, bank, closeChats, openChat } from '../testing/openChat.js';
import { loopbackOrigin } from './originPolicy.js';

afterEach(closeChats);

const chat = '/tetherfi/livechat';
const evil = 'https://evil.example';

describe('a page', () => {
  it('of the list is let in with its cookie, and told what it may send', async () => {
    const { ask } = await openChat();
    const { headers, status } = await ask(`${chat}/frames`, {
      method: 'OPTIONS',
      headers: { origin: bank, 'access-control-request-method': 'POST' },
    });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': bank,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST, OPTIONS',
      vary: 'Origin',
    });
    expect(headers['access-control-allow-headers']).toContain('X-Offhook-Token');
  });

  it.each([
    '/visit',
    '/token',
    '/frames',
    '/events',
    '/close',
    '/CaptchaImageServlet',
    '/log',
    '/files',
    '/upload',
  ])('P-1: of a foreign origin is turned away at %s, and can read nothing', async (path) => {
    const { ask } = await openChat();
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const answer = await ask(chat + path, { method, headers: { origin: evil } });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'origin-refused' } });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
  });

  it('P-1: of an origin that only looks like one of the list is foreign', async () => {
    const { ask } = await openChat();
    for (const origin of [
      `${bank}.evil.example`,
      bank.replace('https', 'http'),
      `${bank}:8443`,
      'null',
      '',
    ]) {
      expect((await ask(`${chat}/visit`, { headers: { origin } })).status).toBe(403);
    }
  });

  it('P-1: that changes something has to tell its origin', async () => {
    const browser = await openBrowser(await openChat());
    const { cookie, token } = browser;
    const { ask } = await openChat();
    const answer = await ask(`${chat}/close?page=p`, {
      method: 'POST',
      headers: { cookie, 'x-offhook-token': token },
      body: token,
    });
    expect(answer.status).toBe(403);
  });

  it('P-1: of a foreign origin gets no WebSocket', async () => {
    const { origin } = await openChat();
    const url = `${origin.replace('http', 'ws')}${chat}/socket`;
    await expect(socketClient(url, { origin: evil })).rejects.toThrow('403');
    await expect(socketClient(url, {})).rejects.toThrow('403');
  });
});

describe('an agent’s page', () => {
  const body = JSON.stringify({ name: 'ada', password: agentPassword });
  const login = '/tetherfi/agent/login';

  it('is this server’s own, or none at all', async () => {
    const { ask, origin } = await openChat();
    expect((await ask(login, { method: 'POST', headers: { origin }, body })).status).toBe(200);
    expect((await ask(login, { method: 'POST', body })).status).toBe(200);
    expect((await ask(login, { method: 'POST', headers: { origin: bank }, body })).status).toBe(403);
  });

  it('behind a proxy is the proxy’s', async () => {
    const { ask } = await openChat({ trustProxy: true });
    const headers = {
      origin: 'https://chat.bank.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'chat.bank.example',
    };
    expect((await ask(login, { method: 'POST', headers, body })).status).toBe(200);
  });
});

test('all answers have the security headers', async () => {
  const { ask } = await openChat();
  for (const path of [
    `${chat}/visit`,
    `${chat}/status`,
    `${chat}/none`,
    '/agent',
    '/healthz',
    '/readyz',
    '/metrics',
    '/',
  ]) {
    expect((await ask(path)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': expect.stringMatching(/^no-(store|cache)$/),
    });
  }
});

test.each(['*', 'https://www.bank.example/', 'www.bank.example'])(
  '%s is no origin of a list',
  async (origin) => {
    await expect(openChat({ origins: [origin] })).rejects.toThrow('is no exact origin');
  },
);

test('pages of this machine are those of localhost, on any port', () => {
  const yes = ['http://localhost:4201', 'https://127.0.0.1:1', 'http://[::1]:8080', 'http://localhost'];
  const no = [
    'http://localhost.evil.example',
    'null',
    '',
    'file://localhost',
    'http://127.0.0.2',
    'https://evil.example',
  ];
  expect(yes.filter(loopbackOrigin)).toEqual(yes);
  expect(no.filter(loopbackOrigin)).toEqual([]);
});
