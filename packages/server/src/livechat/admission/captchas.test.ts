import { openBrowser } from '../testing/browser.js';
import { closeChats, openChat, switchKey } from '../testing/openChat.js';
import type { HttpAnswer } from '../../testing/httpAsk.js';

afterEach(closeChats);

const image = '/CaptchaImageServlet';

/** A chat with a captcha, a browser with one page, and the text that is to be read now. */
async function withCaptcha() {
  const chat = await openChat({ captcha: true });
  const browser = await openBrowser(chat);
  const page = await browser.page('p1');
  const text = async () => {
    const headers = { authorization: `Bearer ${switchKey}` };
    const answer = await chat.ask('/tetherfi/switch/captcha', { headers });
    return (JSON.parse(answer.text) as { text: string }).text;
  };
  let n = 10;
  const start = (entered?: unknown, more: object = {}) =>
    page.ask({ t: 'start', n: (n += 1), details: { eEnteredCaptcha: entered, ...more } });
  return { chat, browser, page, text, start, web: chat.hub.visitors[0]?.web };
}

const paths = ({ text }: HttpAnswer) => text.match(/<path /g)?.length ?? 0;

describe('the image', () => {
  it('P-15, T-23: is drawn as paths, without a text or anything to run or load', async () => {
    const { browser, text } = await withCaptcha();
    const answer = await browser.ask(image);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('image/svg+xml'),
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(paths(answer)).toBeGreaterThan(10);
    expect(answer.text.match(/<(\w+)/g)?.every((tag) => ['<svg', '<g', '<path'].includes(tag))).toBe(true);
    expect(answer.text).not.toMatch(/NaN|href|script|style=/);
    expect(answer.text).not.toContain(await text());
  });

  it('P-15, T-119: with reset=false, or any other value, has the same text, drawn anew', async () => {
    const { browser, text } = await withCaptcha();
    const first = await browser.ask(image);
    const before = await text();
    for (const query of ['?reset=false', '?reset=1', '?reset=TRUE&_=5', '']) {
      const again = await browser.ask(image + query);
      expect(again.text).not.toBe(first.text);
      expect(await text()).toBe(before);
    }
  });

  it('P-15, T-120: with reset=true has another text, and the other pages are told', async () => {
    const { chat, browser, text, web } = await withCaptcha();
    await browser.ask(image);
    const before = await text();
    await browser.ask(`${image}?reset=true&page=p1`);
    expect(await text()).not.toBe(before);
    expect(chat.hub.resets).toEqual([{ web, exceptPage: 'p1' }]);
  });

  it('P-15: begins a web session where there is none', async () => {
    const { chat } = await withCaptcha();
    const answer = await chat.ask(`/tetherfi/livechat${image}`);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^offhook_chat=/);
  });

  it('P-15: is not drawn without end for one session', async () => {
    const { browser } = await withCaptcha();
    const answers = await Promise.all(Array.from({ length: 61 }, () => browser.ask(image)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers['retry-after']).toBe('1');
  });
});

describe('a start', () => {
  it('P-16, T-121: with the right text begins the chat, in any case of letters', async () => {
    const { browser, start, text } = await withCaptcha();
    await browser.ask(image);
    expect(await start(` ${(await text()).toLowerCase()} `)).toMatchObject({ t: 'ok' });
  });

  it.each([undefined, '', '   ', 7, null])(
    'P-16, T-136: with %j in its place is CaptchaIsEmpty, and the text is kept',
    async (entered) => {
      const { browser, start, text } = await withCaptcha();
      await browser.ask(image);
      const before = await text();
      expect(await start(entered)).toMatchObject({ t: 'no', code: 'CaptchaIsEmpty' });
      expect(await start(before)).toMatchObject({ t: 'ok' });
    },
  );

  it('P-16, T-135: without an image, or five minutes after it, is CaptchaNotFound', async () => {
    const { chat, browser, start, text } = await withCaptcha();
    expect(await start('ABCDE')).toMatchObject({ t: 'no', code: 'CaptchaNotFound' });
    await browser.ask(image);
    const old = await text();
    // In small steps: a connection without a sign of life would be given up.
    for (let step = 0; step < 30; step += 1) {
      chat.clock.advance(10_000);
      await start('');
    }
    expect(await start(old)).toMatchObject({ t: 'no', code: 'CaptchaNotFound' });
  });

  it('P-16, P-15: with a wrong text is CaptchaDoesNotMatch; there is a new one, and all pages are told', async () => {
    const { chat, browser, start, text, web } = await withCaptcha();
    await browser.ask(image);
    const before = await text();
    expect(await start('wrong')).toMatchObject({ t: 'no', code: 'CaptchaDoesNotMatch' });
    expect(chat.hub.resets).toEqual([{ web }]);
    expect(await text()).not.toBe(before);
    expect(await start(before)).toMatchObject({ t: 'no', code: 'CaptchaDoesNotMatch' });
    expect(await start(await text())).toMatchObject({ t: 'ok' });
  });

  it('P-16: can’t use a text twice, also not in the same moment', async () => {
    const { browser, start, text } = await withCaptcha();
    await browser.ask(image);
    const right = await text();
    const all = await Promise.all([start(right), start(right), start(right)]);
    expect(all.map(({ t, code }) => code ?? t).sort()).toEqual(['CaptchaNotFound', 'CaptchaNotFound', 'ok']);
    expect(await start(right)).toMatchObject({ code: 'CaptchaNotFound' });
  });

  it('P-16, T-129: after five wrong texts has to wait ten minutes, whatever it enters', async () => {
    const { chat, browser, start, text } = await withCaptcha();
    await browser.ask(image);
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(await start('wrong')).toMatchObject({ code: 'CaptchaDoesNotMatch' });
    const refused = await start(await text());
    expect(refused).toMatchObject({ code: 'StartError', retryAfterMs: 600_000 });
    for (let step = 0; step < 60; step += 1) {
      chat.clock.advance(10_000);
      await start('');
    }
    await browser.ask(image);
    expect(await start(await text())).toMatchObject({ t: 'ok' });
  });

  it('P-15: that fails after its captcha was right has used the text up, and all pages are told', async () => {
    const { chat, browser, start, text, web } = await withCaptcha();
    await browser.ask(image);
    const right = await text();
    expect(await start(right, { pAccessToken: 'wrong' })).toMatchObject({ code: 'StartError' });
    expect(chat.hub.resets).toEqual([{ web }]);
    expect(await text()).not.toBe(right);
  });

  it('P-16: of another session can’t use the text', async () => {
    const { chat, browser, text } = await withCaptcha();
    await browser.ask(image);
    const other = await openBrowser(chat);
    const page = await other.page('p2');
    const stolen = await page.ask({ t: 'start', n: 5, details: { eEnteredCaptcha: await text() } });
    expect(stolen).toMatchObject({ code: 'CaptchaNotFound' });
  });

  it('P-16: where the captcha is off asks for none', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    expect(await page.ask({ t: 'start', n: 2, details: {} })).toMatchObject({ t: 'ok' });
  });
});
