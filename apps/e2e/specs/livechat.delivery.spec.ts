import { liveChatOrigin, liveChatPath } from '../support/livechat/liveChatOrigin.js';
import { expect, test } from '../support/livechat/test.js';
import { documentedEvents } from '../support/livechat/hostHtml.js';

const functions = [
  'Start',
  'GetAccessToken',
  'End',
  'Open',
  'Close',
  'SendMessage',
  'SendAppMessage',
  'NotifyTypingStateChange',
  'RequestCallback',
  'setCaptchaImage',
  'resetCaptchaImage',
  'slog',
  'prepareDownloadURL',
  'uploadFiles',
  'CreateCampaignContact',
];

/** Bytes as they are in the file, before any compression. */
const KB = 1024;

test('T-4, T-5, T-6: the mandatory scripts are served, and are no larger than the document says', async ({
  request,
}) => {
  const script = await request.get(`${liveChatPath}/livechat.js`);
  expect(script.headers()['content-type']).toMatch(/^text\/javascript/);
  expect((await script.body()).length).toBeLessThanOrEqual(61.9 * KB);
  const log = await request.get(`${liveChatPath}/interface/__clientlog.js`);
  expect(log.headers()['content-type']).toMatch(/^text\/javascript/);
  expect((await log.body()).length).toBeLessThanOrEqual(KB);
});

test('T-18, T-53: libtextchat is livechat under its old name, from either file', async ({
  customer,
  page,
  site,
}) => {
  expect(
    await customer.page.evaluate(
      () => Reflect.get(window, 'libtextchat') === Reflect.get(window, 'livechat'),
    ),
  ).toBe(true);
  await page.goto(site.put('/old', `<!doctype html><script src="${liveChatPath}/libtextchat.js"></script>`));
  expect(await page.evaluate(() => typeof Reflect.get(window, 'livechat'))).toBe('object');
  expect(
    await page.evaluate(() => Reflect.get(window, 'libtextchat') === Reflect.get(window, 'livechat')),
  ).toBe(true);
});

test('T-19: the three files that were merged into it are not there any more', async ({ request }) => {
  for (const name of ['engine.js', '__textchat.js', 'livechat_http.js'])
    expect((await request.get(`${liveChatPath}/${name}`)).status()).toBe(404);
});

test('T-52, T-174, T-175: the object has the documented functions, and takes a handler for each event of the last version', async ({
  customer,
}) => {
  const kinds = await customer.page.evaluate(
    (names) => names.map((name) => typeof Reflect.get(Reflect.get(window, 'livechat') as object, name)),
    functions,
  );
  expect(kinds).toEqual(functions.map(() => 'function'));
  const events = [...Object.keys(documentedEvents), 'OnCallbackAutoRegistered'];
  const known = await customer.page.evaluate(
    (names) => names.map((name) => name in (Reflect.get(window, 'livechat') as object)),
    [...events, 'OnRemoteEndClosed'],
  );
  expect(known).toEqual([...events.map(() => true), false]);
});

test('T-21: it brings no interface of its own', async ({ customer }) => {
  await customer.begin();
  const elements = await customer.page.evaluate(() =>
    [...document.querySelectorAll('body *')].map(({ localName }) => localName),
  );
  expect(new Set(elements)).toEqual(new Set(['script']));
  expect(await customer.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test('T-17: with the multi-chat script in addition, or with it alone, both objects are there', async ({
  openPage,
}) => {
  for (const includes of [['', 'multichat=true'], ['multichat=true', ''], ['multichat=true']]) {
    const { page } = await openPage({ includes });
    const kinds = await page.evaluate(() =>
      ['livechat', 'libtextchat', 'multilivechat'].map((name) => typeof Reflect.get(window, name)),
    );
    expect(kinds).toEqual(['object', 'object', 'object']);
  }
});

test('T-201: it is loaded once the customer asks for a chat, and nothing goes over the network before it is used', async ({
  page,
  session,
  site,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(liveChatOrigin)) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(site.put('/', '<!doctype html><title>Late</title>'));
  expect(asked).toEqual([]);
  await page.addScriptTag({ url: `${liveChatPath}/livechat.js?session=${session}` });
  expect(asked).toEqual(['/tetherfi/livechat/livechat.js']);
  const failure = page.evaluate(
    () =>
      new Promise((resolve) => {
        const api = Reflect.get(window, 'livechat') as { OnOpenFailed: unknown; Open: () => void };
        api.OnOpenFailed = resolve;
        api.Open();
      }),
  );
  expect(await failure).toBe('NoSessionFound');
  expect(asked.length).toBeGreaterThan(1);
});

test('T-20: with cookies, a chat can be opened and started', async ({ customer, context }) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const cookies = await context.cookies(liveChatOrigin);
  expect(cookies).toEqual([
    expect.objectContaining({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 }),
  ]);
});
