import type { Entry } from '@offhook/livechat';
import { openHostSite } from '../support/livechat/hostSite.js';
import { acceptNext } from '../support/livechat-chaos/acceptNext.js';
import { tokenOf, tryFetch, trySocket } from '../support/livechat-chaos/intruder.js';
import { expect, test } from '../support/livechat-chaos/test.js';

test.use({ strict: true });

const types = (entries: readonly Entry[]): readonly string[] => entries.map(({ type }) => type);

test('P-1, P-18: with a cookie and a token of one’s own nothing of another’s chat is read, written, joined or ended', async ({
  ann,
  browser,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(90_000);
  const ada = await openPage();
  const hello = new Promise<{ page: string; token: string }>((done) => {
    ada.page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const frame = JSON.parse(String(payload)) as { t: string; page: string; token: string };
        if (frame.t === 'hello') done(frame);
      }),
    );
  });
  await ada.begin({ eCustName: 'Ada' });
  const sid = await acceptNext(ann);
  await ada.until('OnRemoteUserConnected');
  await ada.call('SendMessage', 'My number is 4711');
  await ada.until('OnEcho');
  await ada.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as { uploadFiles(files: readonly File[]): void };
    api.uploadFiles([new File(['a secret'], 'secret.txt', { type: 'text/plain' })]);
  });
  await ada.until('OnUploadComplete');
  const hers = await hello;

  const context = await browser.newContext();
  const eve = await openPage({}, context);
  const { path } = world;
  const site = `session=${session}`;
  // A chat of her own does not help her either.
  await eve.begin({ eCustName: 'Eve' });
  const own = await acceptNext(ann);
  const token = await tokenOf(eve.page, path, session);
  const socket = `${path}/socket?${site}`;
  const greeting = { t: 'hello', n: 1, v: 1, page: 'eves-second', token, since: { [sid]: 0 } };
  const told = await trySocket(eve.page, socket, [
    greeting,
    { t: 'open', n: 2 },
    { t: 'send', n: 3, sid, id: 'e1', msg: 'I am Ada' },
    { t: 'app', n: 4, sid, id: 'e2', kind: 'form', data: {} },
    { t: 'callback', n: 5, sid, number: '+6561234567' },
    { t: 'typing', n: 6, sid, state: 0 },
    { t: 'close', n: 7, sid },
    { t: 'end', n: 8, sid, reason: 'Enough' },
  ]);
  if (told === 'blocked') throw new Error('Her own socket does not open.');
  expect(told[0]).toMatchObject({ t: 'welcome', on: [] });
  expect(told.find(({ n }) => n === 2)).toMatchObject({ t: 'ok', chats: [{ sid: own }] });
  for (const n of [3, 4, 5, 6, 8]) expect(told.find((frame) => frame['n'] === n)).toMatchObject({ t: 'no' });
  expect(JSON.stringify(told)).not.toContain('4711');

  // As Ada's own page, with her own token; and with Ada's, which is another cookie's.
  const asHers = await trySocket(eve.page, socket, [
    { ...greeting, page: hers.page },
    { t: 'send', n: 2, sid, id: 'e3', msg: 'I am Ada' },
  ]);
  if (asHers === 'blocked') throw new Error('Her own socket does not open.');
  expect(asHers.find(({ n }) => n === 2)).toMatchObject({ t: 'no' });
  expect(JSON.stringify(asHers)).not.toContain('4711');
  const withHers = await trySocket(eve.page, socket, [{ ...greeting, token: hers.token }]);
  expect(withHers).toEqual([expect.objectContaining({ t: 'no', code: 'Forbidden' })]);

  // And by plain requests.
  const headers = { 'x-offhook-token': token, 'content-type': 'application/json' };
  const body = JSON.stringify({ t: 'send', n: 9, sid, id: 'e4', msg: 'I am Ada' });
  const post = { method: 'POST', headers, body };
  const refused = [
    await tryFetch(eve.page, `${path}/files/secret.txt?${site}&sid=${sid}`),
    await tryFetch(eve.page, `${path}/frames?${site}&page=${hers.page}`, post),
    await tryFetch(eve.page, `${path}/events?${site}&page=${hers.page}`),
    await tryFetch(eve.page, `${path}/files?${site}&sid=${sid}&page=${hers.page}`, {
      method: 'POST',
      headers: {
        'x-offhook-token': token,
        'tus-resumable': '1.0.0',
        'upload-length': '4',
        'upload-metadata': `filename ${btoa('eve.txt')}`,
      },
    }),
    await tryFetch(eve.page, `${path}/frames?${site}&page=eves-third`, {
      ...post,
      headers: { ...headers, 'x-offhook-token': hers.token },
    }),
  ];
  for (const { status, text } of refused) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain('4711');
    expect(text).not.toContain('a secret');
  }
  await tryFetch(eve.page, `${path}/close?${site}&page=${hers.page}&sid=${sid}`, {
    method: 'POST',
    body: token,
  });

  // Nothing has happened to Ada's chat, and it goes on for her alone.
  await ann.ask({ t: 'send', sid, id: 'a1', msg: 'For Ada alone' });
  await ada.until('OnMessageReceived', 'For Ada alone');
  expect(types(ann.entries(sid))).toEqual(['start', 'connect', 'msg', 'file', 'msg']);
  expect(await ada.names()).not.toContain('OnTypingStateChanged');
  expect(await eve.told('OnMessageReceived')).toEqual([]);
  // Her own file can be had where it is hers: the refusals above were not for want of it.
  expect(await tryFetch(ada.page, `${path}/files/secret.txt?${site}&sid=${sid}`)).toEqual({
    status: 200,
    text: 'a secret',
  });
  await context.close();
});

test('P-1: a page of a foreign origin gets nothing and does nothing, whether the browser sends the cookie or not', async ({
  ann,
  context,
  host,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(90_000);
  const ada = await openPage();
  await ada.begin({ eCustName: 'Ada' });
  const sid = await acceptNext(ann);
  await ada.until('OnRemoteUserConnected');
  const { path } = world;
  const site = `session=${session}`;
  const token = await tokenOf(ada.page, path, session);
  const greeting = { t: 'hello', n: 1, v: 1, page: 'a-page', token, since: { [sid]: 0 } };
  const socket = `${path}/socket?${site}`;
  // From the customer's own site all of it works.
  expect(await trySocket(ada.page, socket, [greeting])).toContainEqual(
    expect.objectContaining({ t: 'welcome' }),
  );
  expect(await tryFetch(ada.page, `${path}/visit?${site}`)).toMatchObject({ status: 200 });

  // Another port is the same site: the cookie goes with it. Another host is not.
  const neighbour = await openHostSite();
  const urls = [neighbour.put('/', '<title>Neighbour</title>'), `${host.foreignOrigin}/foreign`];
  host.put('/foreign', '<title>Foreign</title>');
  for (const url of urls) {
    const page = await context.newPage();
    await page.goto(url);
    expect(await trySocket(page, socket, [greeting, { t: 'end', n: 2, sid }])).toBe('blocked');
    const post = {
      method: 'POST',
      headers: { 'x-offhook-token': token, 'content-type': 'application/json' },
    };
    for (const [to, how] of [
      ['visit', {}],
      ['token', { method: 'POST' }],
      ['frames', { ...post, body: JSON.stringify({ ...greeting, page: 'another' }) }],
      ['files', { ...post }],
      ['events', {}],
      ['CaptchaImageServlet', {}],
    ] as const) {
      expect([to, await tryFetch(page, `${path}/${to}?${site}&page=a-page&sid=${sid}`, how)]).toEqual([
        to,
        { status: 'blocked', text: '' },
      ]);
    }
    // What a form could send: it cannot read the answer, but the request does come.
    for (const to of ['close', 'frames', 'upload']) {
      const blind = { method: 'POST', mode: 'no-cors', body: token };
      expect((await tryFetch(page, `${path}/${to}?${site}&page=a-page&sid=${sid}`, blind)).text).toBe('');
    }
    // The vendor's script itself may be loaded; it finds nothing for such a page.
    await page.addScriptTag({ url: `${path}/livechat.js?${site}` });
    const opened = await page.evaluate(
      () =>
        new Promise<unknown>((done) => {
          const api = Reflect.get(window, 'livechat') as Record<string, unknown> & { Open(): void };
          api['OnOpenSuccess'] = () => done('opened');
          setTimeout(() => done('nothing'), 2_000);
          api.Open();
        }),
    );
    expect(opened).toBe('nothing');
    await page.close();
  }
  await ada.call('SendMessage', 'Still mine');
  await ada.until('OnEcho', 'Still mine');
  await expect.poll(() => types(ann.entries(sid))).toEqual(['start', 'connect', 'msg']);
  expect(await ada.names()).not.toContain('OnEnd');
  await neighbour.close();
});
