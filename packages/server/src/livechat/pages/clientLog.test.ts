import { openBrowser } from '../testing/browser.js';
import { bank, closeChats, openChat, switchKey } from '../testing/openChat.js';

afterEach(closeChats);

async function withLog() {
  const chat = await openChat();
  const post = (lines: unknown, headers: Record<string, string> = {}) =>
    chat.ask('/tetherfi/livechat/log', {
      method: 'POST',
      headers: { origin: bank, ...headers },
      body: typeof lines === 'string' ? lines : JSON.stringify(lines),
    });
  const told = () => chat.log.filter(({ event }) => event === 'page');
  return { chat, post, told };
}
const line = { type: 'info', unit: 'Start', msg: 'started' };

test('T-122: lines of pages come to the log, one or several at once, with their type and method', async () => {
  const { post, told } = await withLog();
  expect((await post(line)).status).toBe(204);
  expect((await post([line, { ...line, type: 'error' }], { 'content-type': 'text/plain' })).status).toBe(204);
  expect((await post({ page: 'p1', lines: [{ ...line, type: 'warn' }] })).status).toBe(204);
  expect(told().map(({ level, unit, text, site }) => [level, unit, text, site])).toEqual(
    ['info', 'info', 'error', 'warn'].map((type) => [type, 'Start', 'started', 'main']),
  );
});

test('T-122: a line can’t forge another, hide, or be endless', async () => {
  const { post, told } = await withLog();
  await post({ ...line, msg: 'a\r\n{"level":"error"}\u0000\u001b[31m\u202e\u2028b', unit: 'x\ny' });
  await post({ ...line, msg: 'word '.repeat(5_000) });
  expect(told()[0]).toMatchObject({ text: 'a {"level":"error"} [31m b', unit: 'x y' });
  expect(told()[1]?.text).toHaveLength(1_000);
});

test('T-122: what is no line is refused, and what is too much', async () => {
  const { post, told } = await withLog();
  const wrong = [
    '',
    '{',
    'null',
    '7',
    [],
    [7],
    { ...line, type: 'debug' },
    { type: 'info' },
    Array(51).fill(line),
  ];
  const statuses = [];
  for (const each of wrong) statuses.push((await post(each)).status);
  expect(statuses).toEqual([400, 400, 400, 400, 204, 400, 400, 400, 400]);
  expect((await post({ ...line, msg: 'x'.repeat(70_000) })).status).toBe(413);
  expect(told()).toEqual([]);
});

test('T-122: three hundred lines a minute are enough for an address', async () => {
  const { chat, post, told } = await withLog();
  const full = Array(50).fill(line);
  for (let index = 0; index < 6; index += 1) expect((await post(full)).status).toBe(204);
  const refused = await post(line);
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
  expect(told()).toHaveLength(300);
  chat.clock.advance(1_000);
  expect((await post(line)).status).toBe(204);
});

test('T-122: the switch shows the last ones', async () => {
  const { chat, post } = await withLog();
  await post(line);
  const answer = await chat.ask('/tetherfi/switch/log', {
    headers: { authorization: `Bearer ${switchKey}` },
  });
  expect(JSON.parse(answer.text)).toEqual([line]);
});

test('no line of the log has a secret: token, cookie, captcha, key, password, or what a customer says', async () => {
  const chat = await openChat({ captcha: true });
  const { cookie, token, ask, page: openPage } = await openBrowser(chat);
  const page = await openPage('p1');
  await ask('/CaptchaImageServlet');
  const headers = { authorization: `Bearer ${switchKey}` };
  const { text } = JSON.parse((await chat.ask('/tetherfi/switch/captcha', { headers })).text) as {
    text: string;
  };
  const canary = 'canary-of-a-customer';
  await page.ask({ t: 'start', n: 2, details: { eCustName: canary, eEnteredCaptcha: text } });
  await page.ask({ t: 'send', n: 3, id: 'm', msg: canary });
  await page.ask({ t: 'start', n: 4, details: `{"eCustName":"${canary}"` });
  await ask(`/files/${canary}?sid=x`);
  await ask(`/frames?page=${canary}`, { method: 'POST', body: canary });
  await ask('/close', { method: 'POST', body: token });
  await ask('/token?x=1', { method: 'POST', headers: { origin: 'https://evil.example' } });
  await ask('/log', { method: 'POST', body: JSON.stringify({ ...line, msg: `token=${token} ${cookie}` }) });
  const wrong = JSON.stringify({ name: canary, password: `${canary}-password` });
  await chat.ask('/tetherfi/agent/login', { method: 'POST', body: wrong });
  await page.close();
  await chat.server.close();
  const lines = JSON.stringify(chat.log);
  expect(chat.log.length).toBeGreaterThan(10);
  for (const secret of [token, cookie.split('=')[1] ?? '', `"${text}"`, switchKey, canary]) {
    expect(lines).not.toContain(secret);
  }
});
