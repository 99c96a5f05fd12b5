import { cookieIn, openBrowser } from '../testing/browser.js';
import { bank, closeChats, openChat } from '../testing/openChat.js';
import { memoryLog } from '../log/memoryLog.js';
import { memoryStore } from '../log/memoryStore.js';
import type { HttpAnswer } from '../../testing/httpAsk.js';
import { virtualClock } from '../../testing/virtualClock.js';

afterEach(closeChats);

const visit = '/tetherfi/livechat/visit';
const value = (answer: HttpAnswer) => JSON.parse(answer.text) as Record<string, unknown>;
const codeOf = (answer: HttpAnswer) => (value(answer)['error'] as { code: string }).code;

describe('a visit', () => {
  it('P-3, T-20: begins the web session, and the next one tells that the cookie came back', async () => {
    const { ask, clock } = await openChat({
      captcha: true,
      settings: { caps: { webSession: 1, multi: 4, customer: 3, node: 9 } },
    });
    const first = await ask(visit, { headers: { origin: bank } });
    expect(value(first)).toEqual({
      cookies: false,
      captcha: true,
      multi: 4,
      now: new Date(clock.now()).toISOString(),
    });
    const second = await ask(visit, { headers: { origin: bank, cookie: `other=1; ${cookieIn(first)}` } });
    expect(value(second)).toMatchObject({ cookies: true });
    expect(second.headers).not.toHaveProperty('set-cookie');
  });

  it('P-1: keeps the cookie from scripts, from foreign pages, and on https from the open net', async () => {
    const { ask } = await openChat({ trustProxy: true });
    const plain = (await ask(visit)).headers['set-cookie']?.[0];
    expect(plain).toMatch(/^offhook_chat=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = (await ask(visit, { headers: { 'x-forwarded-proto': 'https' } })).headers[
      'set-cookie'
    ]?.[0];
    expect(secure).toMatch(/; SameSite=Lax; Secure$/);
  });

  it('P-1: believes no forwarded header unless there is a proxy', async () => {
    const { ask } = await openChat();
    const { headers } = await ask(visit, { headers: { 'x-forwarded-proto': 'https' } });
    expect(headers['set-cookie']?.[0]).not.toContain('Secure');
  });

  it('P-3: takes a cookie of another form for none', async () => {
    const { ask } = await openChat();
    for (const cookie of ['offhook_chat=', 'offhook_chat=admin', `offhook_chat=${'a'.repeat(44)}`]) {
      expect(value(await ask(visit, { headers: { cookie } }))).toMatchObject({ cookies: false });
    }
  });

  it('names cookies after the sites that pages choose, and refuses names that are none', async () => {
    const { ask } = await openChat({ sites: true });
    const cookieOf = async (query: string) => (await ask(visit + query)).headers['set-cookie']?.[0];
    expect(await cookieOf('?session=e2e_1')).toMatch(/^offhook_chat_e2e_1=/);
    expect(await cookieOf('')).toMatch(/^offhook_chat_demo=/);
    for (const name of ['a%20b', 'a;b', '', 'x'.repeat(65), '..']) {
      const answer = await ask(`${visit}?session=${name}`);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
    }
  });
});

describe('the token', () => {
  it('P-1, T-65: two tabs get the same one, for ten minutes; then another', async () => {
    const { clock, ...chat } = await openChat();
    const { cookie, ask, token } = await openBrowser(chat);
    const again = value(await ask('/token', { method: 'POST' }));
    expect(again).toEqual({ token, expiresAt: new Date(clock.now() + 600_000).toISOString() });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(cookie).not.toContain(token);
    clock.advance(600_000);
    expect(value(await ask('/token', { method: 'POST' }))['token']).not.toBe(token);
  });

  it('P-1, T-65: two tabs that ask in the same moment get the same one', async () => {
    const chat = await openChat();
    const cookie = cookieIn(await chat.ask(visit));
    const headers = { origin: bank, cookie };
    const ask = () => chat.ask('/tetherfi/livechat/token', { method: 'POST', headers });
    const all = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(new Set(all.map((answer) => value(answer)['token'])).size).toBe(1);
  });

  it('P-1: is each browser’s own', async () => {
    const chat = await openChat();
    const [one, other] = [await openBrowser(chat), await openBrowser(chat)];
    expect(one.token).not.toBe(other.token);
  });

  it('P-1, T-202: lives as long as the chat, and is spent at its end', async () => {
    const { clock, ...chat } = await openChat();
    const browser = await openBrowser(chat);
    const page = await browser.page('p1');
    await page.ask({ t: 'start', n: 2, details: {} });
    clock.advance(3_600_000);
    expect(value(await browser.ask('/token', { method: 'POST' }))['token']).toBe(browser.token);
    const beacon = () => browser.ask('/close?page=p1', { method: 'POST', body: browser.token });
    expect((await beacon()).status).toBe(204);
    // An hour without a sign of life has cost the first page its connection.
    const later = await browser.page('p2');
    await later.ask({ t: 'end', n: 3 });
    const refused = await beacon();
    expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden']);
    expect(value(await browser.ask('/token', { method: 'POST' }))['token']).not.toBe(browser.token);
  });

  it('P-1: outlives a restart, also where nobody gave a secret', async () => {
    const clock = virtualClock();
    const store = memoryStore();
    const at = { clock, without: ['secret'] } as const;
    const first = await openChat({ log: memoryLog({ clock, store }) }, at);
    const { cookie, token } = await openBrowser(first);
    await first.server.close();
    const second = await openChat({ log: memoryLog({ clock, store }) }, at);
    const headers = { origin: bank, cookie };
    const answer = await second.ask('/tetherfi/livechat/token', { method: 'POST', headers });
    expect(value(answer)['token']).toBe(token);
  });

  it('P-1, P-3: needs a cookie, and says so in the documented word', async () => {
    const { ask } = await openChat();
    const answer = await ask('/tetherfi/livechat/token', { method: 'POST', headers: { origin: bank } });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'CookiesDisabled']);
  });

  it('P-1: says in the documented word that the storage is away', async () => {
    const log = memoryLog({});
    const chat = await openChat({ log }, { without: ['switchKey'] });
    const { ask } = await openBrowser(chat);
    await log.close();
    const answer = await ask('/token', { method: 'POST' });
    expect([answer.status, codeOf(answer)]).toEqual([503, 'ServerInternalConnectivityError']);
  });
});
