import { openBrowser } from '../testing/browser.js';
import { closeChats, openChat } from '../testing/openChat.js';
import { seal, sharedKey } from '../testing/sealed.js';
import type { LiveChatOptions } from '../options.js';

afterEach(closeChats);

async function withKey(options: Partial<LiveChatOptions> = {}) {
  const { clock: _, ...given } = options;
  const chat = await openChat({ key: sharedKey, requireEncrypted: true, ...given });
  const browser = await openBrowser(chat);
  const page = await browser.page('p1');
  const seconds = Math.floor(chat.clock.now() / 1_000);
  let n = 10;
  return {
    chat,
    browser,
    page,
    seconds,
    good: { eCustName: 'Ada', eCin: 'C-1', pAccessToken: browser.token, iat: seconds, exp: seconds + 300 },
    start: (details: unknown) => page.ask({ t: 'start', n: (n += 1), details }),
  };
}

const refused = { t: 'no', code: 'StartError' };

it('P-2, T-204, T-199: details that the web server encrypted are taken, with its token', async () => {
  const { good, start } = await withKey();
  expect(await start(await seal(good))).toMatchObject({ t: 'ok' });
});

it('P-2, T-43: they may stand in a session’s eCustDetails, which is in clear', async () => {
  const { good, start } = await withKey();
  const sealed = await seal(good);
  expect(await start({ lib: 'web', enable_autocb: true, eCustDetails: sealed })).toMatchObject({ t: 'ok' });
  expect(await start(JSON.stringify({ lib: 'web', eCustDetails: sealed }))).toMatchObject(refused);
});

it('P-2: the same ones are taken once, also in the same moment and in another spelling', async () => {
  const { good, start } = await withKey();
  const sealed = await seal(good);
  const all = await Promise.all([start(sealed), start(sealed)]);
  expect(all.map(({ t }) => t).sort()).toEqual(['no', 'ok']);
  // The last letter of a part without padding has bits that nobody reads.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(sealed.at(-1) ?? '');
  const other = sealed.slice(0, -1) + (alphabet[last ^ 1] ?? '');
  expect(other).not.toBe(sealed);
  expect(await start(other)).toMatchObject(refused);
});

it('P-2, T-204: a token of another session, or none, is refused', async () => {
  const { chat, good, start } = await withKey();
  const other = await openBrowser(chat);
  const { pAccessToken: _, ...without } = good;
  for (const payload of [{ ...good, pAccessToken: other.token }, { ...good, pAccessToken: '' }, without]) {
    expect(await start(await seal(payload))).toMatchObject(refused);
  }
});

it('P-2: too old, too long, from the future, or without a time they are refused', async () => {
  const { good, seconds, start } = await withKey();
  const times = [
    { iat: seconds - 400, exp: seconds - 100 },
    { iat: seconds - 300, exp: seconds },
    { iat: seconds, exp: seconds + 301 },
    { iat: seconds + 60, exp: seconds + 120 },
    { iat: undefined, exp: seconds + 300 },
    { iat: seconds, exp: undefined },
    { iat: String(seconds), exp: seconds + 300 },
  ];
  for (const time of times) expect(await start(await seal({ ...good, ...time }))).toMatchObject(refused);
});

it('P-2: another key, way or content is refused', async () => {
  const { good, start } = await withKey();
  const wrong = [
    await seal(good, { key: new Uint8Array(32) }),
    await seal(good, { alg: 'A256KW' }),
    await seal(good, { key: new Uint8Array(64), enc: 'A256CBC-HS512' }),
    await seal('no json'),
    await seal('[1]'),
    'a.b.c.d.e',
    'not encrypted at all',
  ];
  for (const details of wrong) expect(await start(details)).toMatchObject(refused);
});

it('P-2: in clear they are refused where they have to be encrypted', async () => {
  const { start, good } = await withKey();
  for (const details of [good, JSON.stringify(good), { eCustDetails: good }]) {
    expect(await start(details)).toMatchObject(refused);
  }
});

it('P-2, T-41: in clear they are taken where that is allowed; a token that is there is checked all the same', async () => {
  const { start, good } = await withKey({ requireEncrypted: false });
  expect(await start({ ...good, pAccessToken: 'wrong' })).toMatchObject(refused);
  expect(await start(good)).toMatchObject({ t: 'ok' });
});

it('P-1, T-41: a token may be asked for with details in clear too', async () => {
  const { start, good } = await withKey({ requireEncrypted: false, requireToken: true });
  expect(await start({ eCustName: 'Ada' })).toMatchObject(refused);
  expect(await start({ eCustName: 'Ada', pAccessToken: good.pAccessToken })).toMatchObject({ t: 'ok' });
});

it('P-2: without a key nothing can be opened, and a key has to have its length', async () => {
  await expect(openChat({ requireEncrypted: true })).rejects.toThrow('a key is needed');
  await expect(openChat({ key: new Uint8Array(16) })).rejects.toThrow('32 bytes');
  const chat = await openChat();
  const page = await (await openBrowser(chat)).page('p1');
  expect(await page.ask({ t: 'start', n: 2, details: await seal({ eCin: '1' }) })).toMatchObject(refused);
});

it('P-2, P-16: a captcha can be inside', async () => {
  const { chat, browser, good, start } = await withKey({ captcha: true });
  await browser.ask('/CaptchaImageServlet');
  expect(await start(await seal(good))).toMatchObject({ code: 'CaptchaIsEmpty' });
  const text = await chat.ask('/tetherfi/switch/captcha', {
    headers: { authorization: 'Bearer switch-key-of-the-tests' },
  });
  const { text: eEnteredCaptcha } = JSON.parse(text.text) as { text: string };
  expect(await start(await seal({ ...good, eEnteredCaptcha }))).toMatchObject({ t: 'ok' });
});
