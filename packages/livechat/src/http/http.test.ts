import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { connectedChat } from '../testing/chatting.js';

const parts = (url: string): [string, string | null] => {
  const { pathname, searchParams } = new URL(url);
  return [pathname, searchParams.get('reset')];
};

test('T-23, T-119, P-15: setCaptchaImage asks for the text that is there, under both spellings', async () => {
  const { page } = await connectedChat();
  for (const name of ['setCaptchaImage', 'setCaptchalImage'] as const) {
    const img = { src: '' };
    page.api[name](img);
    expect(parts(img.src)).toEqual(['/tetherfi/livechat/CaptchaImageServlet', 'false']);
  }
});

test('T-120, P-15: resetCaptchaImage asks for another text, each time by another address', async () => {
  const { page } = await connectedChat();
  const images = (['resetCaptchaImage', 'resetCaptchalImage', 'resetCaptchaImage'] as const).map((name) => {
    const img = { src: '' };
    page.api[name](img);
    return img.src;
  });
  expect(images.map((src) => parts(src)[1])).toEqual(['true', 'true', 'true']);
  expect(new Set(images).size).toBe(3);
});

test('P-15: the picture waits for the cookie, so that there are no two web sessions', async () => {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  const img = { src: '' };
  browser.page().api.setCaptchaImage(img);
  expect(img.src).toBe('');
  await backEnd.clock.pass(50);
  expect(browser.jar.cookie).toBe('w1');
  expect(parts(img.src)[1]).toBe('false');
});

test('T-171, P-15: a captcha that is another now is told', async () => {
  const { backEnd, browser, page, pass } = await connectedChat();
  backEnd.desk.tellWeb(browser.jar.cookie ?? '', { t: 'captcha' });
  await pass();
  expect(page.of('OnResetCaptcha')).toEqual([[]]);
});

test('T-122: slog sends lines together, a second after the first', async () => {
  const backEnd = startBackEnd();
  const { api } = openBrowser(backEnd).page();
  api.slog('info', 'main', 'one');
  api.slog('warn', 'main', { two: 2 });
  api.slog('shout', 'main', 3);
  await backEnd.clock.pass(999);
  expect(backEnd.http).toEqual([]);
  await backEnd.clock.pass(10);
  expect(backEnd.http).toHaveLength(1);
  expect(backEnd.lines).toEqual([
    { type: 'info', unit: 'main', msg: 'one' },
    { type: 'warn', unit: 'main', msg: '{"two":2}' },
    { type: 'info', unit: 'main', msg: '3' },
  ]);
});

test('T-122: lines are kept while the server is away, the last 200 of them', async () => {
  const backEnd = startBackEnd();
  const { api } = openBrowser(backEnd).page();
  backEnd.network.down = true;
  for (let line = 0; line < 300; line += 1) api.slog('info', 'main', `${line}`);
  await backEnd.clock.pass(12_000);
  backEnd.network.down = false;
  await backEnd.clock.pass(30_000);
  expect(backEnd.lines.map(({ msg }) => msg)).toEqual(
    Array.from({ length: 200 }, (_, line) => `${line + 100}`),
  );
});

test('T-122: what is left goes out when the page is left', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  page.api.slog('error', 'main', 'last words');
  page.lifecycle.leave();
  await backEnd.clock.pass(10);
  expect(backEnd.lines).toEqual([{ type: 'error', unit: 'main', msg: 'last words' }]);
});

test('T-24, T-123, P-18: the download address has the encoded name and the chat, at once', async () => {
  const { page, sid, backEnd, pass } = await connectedChat();
  const url = `https://chat.example/tetherfi/livechat/files/a%20%26%20%2Fb.pdf?sid=${sid}`;
  expect(page.api.prepareDownloadURL('a & /b.pdf')).toBe(url);
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  expect(page.api.prepareDownloadURL('a & /b.pdf')).toBe(url);
  expect(page.api.prepareDownloadURL('x', 'other')).toContain('files/x?sid=other');
});
