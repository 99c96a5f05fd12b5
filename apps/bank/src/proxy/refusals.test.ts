import { agentAtWork, chatCustomer } from '../testing/chatCustomer.js';
import { chatSocket } from '../testing/chatSocket.js';
import { httpAsk } from '../testing/httpAsk.js';
import { closeAll } from '../testing/openBank.js';
import { openChatStack } from '../testing/openChatStack.js';
import { passes } from '../shared/passes.js';
import { systemClock } from '../shared/clock.js';

afterEach(closeAll);

const codeOf = (text: string) => (JSON.parse(text) as { error: { code: string } }).error.code;

describe('without a login', () => {
  test.each(['status', 'visit', 'livechat.js', 'events?page=p', 'CaptchaImageServlet', 'files/a.txt?sid=1'])(
    'T-199: GET %s is answered by 401',
    async (where) => {
      const { bank, proxy } = await openChatStack();
      const answer = await httpAsk(`${proxy}/${where}`);
      expect([answer.status, codeOf(answer.text)]).toEqual([401, 'login-required']);
      // So that the bank's page can read why.
      expect(answer.headers['access-control-allow-origin']).toBe(bank.origin);
    },
  );

  test.each(['token', 'frames?page=p', 'close?page=p', 'log', 'files', 'upload'])(
    'T-199: POST %s is answered by 401',
    async (where) => {
      const { bank, proxy } = await openChatStack();
      const answer = await httpAsk(`${proxy}/${where}`, {
        method: 'POST',
        headers: { origin: bank.origin },
        body: '{}',
      });
      expect([answer.status, codeOf(answer.text)]).toEqual([401, 'login-required']);
    },
  );

  test('T-199: neither is there a socket', async () => {
    const { bank, proxy } = await openChatStack();
    await expect(chatSocket(`${proxy}/socket`, { origin: bank.origin })).rejects.toThrow('401');
  });

  test('T-199: a cookie that another key signed, or one of the login’s first step, is no login', async () => {
    const { bank, proxy } = await openChatStack();
    const forged = [
      await passes(new Uint8Array(32), 'session', systemClock).sign('x', 60_000),
      await passes(bank.sessionKey, 'login', systemClock).sign(bank.customers[0].number, 60_000),
      // The bank's own signature, of a session that it never began.
      await passes(bank.sessionKey, 'session', systemClock).sign('x', 60_000),
    ];
    for (const pass of forged) {
      const answer = await httpAsk(`${proxy}/visit`, { headers: { cookie: `bank_session=${pass}` } });
      expect(answer.status).toBe(401);
    }
  });
});

describe('what isn’t a customer’s', () => {
  test.each([
    '/tetherfi/agent/login',
    '/agent',
    '/metrics',
    '/healthz',
    '/tetherfi/switch/faults',
    '/tetherfi/livechat/../agent/login',
    '/tetherfi/livechat/files/..',
    '/tetherfi/livechat/%2e%2e/agent/login',
    '/tetherfi/livechat//status',
    '/tetherfi/livechat/Status',
    '/',
  ])('T-199: %s isn’t there, logged in or not', async (path) => {
    const stack = await openChatStack();
    const { visitor } = await chatCustomer(stack);
    const { origin } = new URL(stack.proxy);
    // The path as it is: a URL would put it right.
    const url = { hostname: 'localhost', port: new URL(origin).port, path };
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ ...url, headers: { cookie: visitor.cookies() } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  test('T-199: nor is the agents’ socket', async () => {
    const stack = await openChatStack();
    const { visitor } = await chatCustomer(stack);
    const { origin } = new URL(stack.proxy);
    await expect(
      chatSocket(`${origin}/tetherfi/agent/socket`, {
        origin: stack.bank.origin,
        cookie: visitor.cookies(),
      }),
    ).rejects.toThrow('404');
  });

  test('a method that a path doesn’t take is refused', async () => {
    const { ask } = await chatCustomer(await openChatStack());
    const answer = await ask('status', { method: 'POST' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET']);
  });
});

describe('other pages than the bank’s', () => {
  test('P-1: change nothing, and open no socket', async () => {
    const stack = await openChatStack();
    const { ask, visitor, token } = await chatCustomer(stack);
    for (const origin of ['https://evil.example', 'null', `${stack.bank.origin}.evil.example`]) {
      const answer = await ask('close?page=p', { method: 'POST', headers: { origin }, body: token });
      expect(answer.status).toBe(403);
      await expect(
        chatSocket(`${stack.proxy}/socket`, { origin, cookie: visitor.cookies() }),
      ).rejects.toThrow('403');
    }
    const untold = await httpAsk(`${stack.proxy}/token`, {
      method: 'POST',
      headers: { cookie: visitor.cookies() },
    });
    expect(untold.status).toBe(403);
  });

  test('get no leave to ask, while the bank’s do', async () => {
    const { bank, proxy } = await openChatStack();
    const preflight = (origin: string, where = 'token') =>
      httpAsk(`${proxy}/${where}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    expect((await preflight('https://evil.example')).status).toBe(403);
    expect((await preflight(bank.origin, '../agent/login')).status).toBe(404);
    const answer = await preflight(bank.origin);
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': bank.origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
    });
    expect(answer.headers['access-control-allow-headers']).toContain('x-offhook-token');
  });
});

describe('where the chat or the bank can’t be reached', () => {
  const nobody = 'http://localhost:9';

  test('T-182: the answer is 4xx, never 5xx, and says nothing of what is behind', async () => {
    const stack = await openChatStack({ backEnd: nobody });
    const visitor = (await import('../testing/openVisitor.js')).openVisitor(stack.bank.origin);
    await visitor.logIn(stack.bank.customers[0]);
    const headers = { origin: stack.bank.origin, cookie: visitor.cookies() };
    const answer = await httpAsk(`${stack.proxy}/status`, { headers });
    expect([answer.status, codeOf(answer.text)]).toEqual([424, 'unreachable']);
    expect(answer.text).not.toContain('localhost');
    await expect(chatSocket(`${stack.proxy}/socket`, headers)).rejects.toThrow('424');
    expect(stack.reported).toHaveLength(2);
  });

  test('T-181: a chat where nobody works is there, and says so through the proxy', async () => {
    const stack = await openChatStack();
    const { ask } = await chatCustomer(stack);
    expect(await ask('status')).toMatchObject({ status: 200, text: 'ONLINE' });
    await agentAtWork(stack);
    expect((await ask('status')).text).toBe('ONLINE');
  });
});
