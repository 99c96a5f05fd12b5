import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Entry } from '@offhook/livechat';
import { httpAsk } from '../testing/httpAsk.js';
import { liveChat } from './liveChat.js';
import { openLog } from './log/openLog.js';
import type { LiveChatOptions } from './options.js';
import { serveLiveChat, type RunningLiveChat } from './serveLiveChat.js';
import { openBrowser } from './testing/browser.js';
import { bank } from './testing/openChat.js';
import { socketClient, type SocketClient } from './testing/socketClient.js';

const folder = mkdtempSync(path.join(tmpdir(), 'offhook-live-chat-'));
const running: RunningLiveChat[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A live chat with nothing replaced but its log lines. */
async function serve(databaseUrl?: string, ice?: LiveChatOptions['ice']) {
  const log = await openLog({ databaseUrl, tell: () => undefined });
  const chat = liveChat({
    log,
    origins: [bank],
    agents: (name, password) => (password === 'secret' ? { id: name.toLowerCase(), name } : undefined),
    files: { folder: path.join(folder, 'files') },
    onLog: () => undefined,
    ...(ice !== undefined && { ice }),
  });
  const server = await serveLiveChat(chat, { port: 0, drainMs: 2_000 });
  running.push(server);
  return { server, origin: `http://localhost:${server.port}` };
}

async function loginAgent(origin: string, name: string, seat?: string) {
  const answer = await httpAsk(`${origin}/tetherfi/agent/login`, {
    method: 'POST',
    body: JSON.stringify({ name, password: 'secret' }),
  });
  const { token } = JSON.parse(answer.text) as { token: string };
  const desk = await socketClient(`${origin.replace('http', 'ws')}/tetherfi/agent/socket`, { origin });
  await desk.ask({ t: 'hello', n: 1, v: 1, token, ...(seat !== undefined && { seat }) });
  return { desk, token };
}

/** Resolves with the first entry of a kind that a client is told. */
async function entry(client: SocketClient, type: Entry['type']): Promise<Entry> {
  const find = (): Entry | undefined =>
    client.frames.flatMap((frame) => (frame['entries'] ?? []) as Entry[]).find((each) => each.type === type);
  await client.until(() => find() !== undefined);
  const found = find();
  if (found === undefined) throw new Error('It was there a moment ago.');
  return found;
}

const xss = '<img src=x onerror="alert(1)">\u2028</script>';

test('T-1, T-2: a customer and an agent talk, from the queue to the end, in one order', async () => {
  const { origin } = await serve();
  const { desk, token } = await loginAgent(origin, 'Ada');
  const browser = await openBrowser({ origin });
  const page = await browser.page('p1');
  expect(await page.ask({ t: 'open', n: 2 })).toMatchObject({ t: 'no', code: 'NoSessionFound' });
  const started = await page.ask({
    t: 'start',
    n: 3,
    details: { eCustName: xss, pTopic: 'cards' },
    bot: xss,
  });
  expect(started).toMatchObject({ t: 'ok' });
  const sid = String(started['sid']);
  expect(await page.until(({ t }) => t === 'queue')).toMatchObject({ sid, position: 1 });

  expect(await desk.ask({ t: 'accept', n: 2 })).toMatchObject({ t: 'ok', sid });
  expect(await entry(page, 'connect')).toMatchObject({ agent: { id: 'ada', name: 'Ada' } });
  expect(await entry(desk, 'start')).toMatchObject({
    details: { eCustName: xss, pTopic: 'cards' },
    bot: xss,
  });
  expect(await page.ask({ t: 'send', n: 4, sid, id: 'm1', msg: xss })).toMatchObject({ t: 'ok' });
  expect(await entry(desk, 'msg')).toMatchObject({ by: 'c', msg: xss, id: 'm1' });

  const form =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b--\r\n';
  const upload = () =>
    browser.ask(`/upload?sid=${sid}&page=p1`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: form,
    });
  expect(JSON.parse((await upload()).text)).toMatchObject({ files: [{ name: 'a.txt' }] });
  expect(JSON.parse((await upload()).text)).toMatchObject({ files: [{ name: 'a (2).txt' }] });
  expect(await entry(desk, 'file')).toMatchObject({ by: 'c', page: 'p1', file: { name: 'a.txt', size: 2 } });
  const got = await httpAsk(`${origin}/tetherfi/agent/files/${encodeURIComponent('a (2).txt')}?sid=${sid}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(got).toMatchObject({ status: 200, text: 'hi' });

  await page.ask({ t: 'end', n: 5, sid, reason: 'done' });
  expect(await entry(desk, 'end')).toMatchObject({ by: 'client', reason: 'done' });
  const told = page.frames.flatMap((frame) => (frame['entries'] ?? []) as Entry[]).map(({ seq }) => seq);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(new Set(told).size).toBe(told.length);
  const refused = await browser.ask('/close?page=p1', { method: 'POST', body: browser.token });
  expect(refused.status).toBe(403);
});

test('P-18: two uploads of one file at the same moment get names of their own', async () => {
  const { origin } = await serve();
  await loginAgent(origin, 'Ada');
  const browser = await openBrowser({ origin });
  const page = await browser.page('p1');
  const { sid } = await page.ask({ t: 'start', n: 2, details: {} });
  const form =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\nhi\r\n--b--\r\n';
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const ask = () =>
    browser.ask(`/upload?sid=${String(sid)}&page=p1`, { method: 'POST', headers, body: form });
  const all = await Promise.all([ask(), ask(), ask()]);
  const names = all.map(({ text }) => (JSON.parse(text) as { files: { name: string }[] }).files[0]?.name);
  expect(names.sort()).toEqual(['a (2).pdf', 'a (3).pdf', 'a.pdf']);
});

test('P-1, P-4: after a restart the chat goes on with the same cookie and token, at both local addresses', async () => {
  const database = path.join(folder, 'chats.db');
  const first = await serve(database);
  await loginAgent(first.origin, 'Ada');
  const { cookie, token, page: open } = await openBrowser(first);
  const page = await open('p1');
  const { sid } = await page.ask({ t: 'start', n: 2, details: {} });
  await page.ask({ t: 'send', n: 3, sid, id: 'm1', msg: 'one' });
  await first.server.close();
  const { server } = await serve(database);
  for (const [index, address] of ['127.0.0.1', '[::1]'].entries()) {
    const again = await socketClient(`ws://${address}:${server.port}/tetherfi/livechat/socket`, {
      origin: bank,
      cookie,
    });
    const welcome = await again.ask({ t: 'hello', n: 1, v: 1, page: `q${index}`, token });
    expect(welcome).toMatchObject({ t: 'welcome' });
    const opened = await again.ask({ t: 'open', n: 2 });
    expect(opened).toMatchObject({ t: 'ok', chats: [{ sid, entries: [{ type: 'msg', msg: 'one' }] }] });
    await again.close();
  }
});

test('T-76, T-84: at two nodes, a call is asked for, taken, set up and ended, by socket and without one', async () => {
  const database = path.join(folder, 'calls.db');
  const turn = { urls: ['turn:turn.example.com'], secret: 'shared' };
  const [one, other] = [await serve(database, { turn }), await serve(database, { turn })];
  const { desk } = await loginAgent(one.origin, 'Ada', 'desk-1');
  const browser = await openBrowser(other);
  const page = await browser.page('p1');
  const { sid } = await page.ask({ t: 'start', n: 2, details: {} });
  expect(await desk.ask({ t: 'accept', n: 2, sid })).toMatchObject({ t: 'ok' });
  await entry(page, 'connect');
  expect(await page.ask({ t: 'ice', n: 3 })).toMatchObject({
    ice: [{ urls: turn.urls, username: expect.any(String), credential: expect.any(String) }],
  });

  const media = { t: 'media', sid, media: 'call0001' };
  const wants = { audio: true, video: true };
  await page.ask({ ...media, n: 4, id: 'x1', step: 'ask', kind: 'av', wants });
  expect(await entry(desk, 'media')).toMatchObject({ by: 'c', seat: 'p1', step: 'ask', wants });
  expect(await desk.ask({ ...media, n: 3, id: 'y1', step: 'take' })).toMatchObject({ t: 'ok', sid });

  const longest = '\u{4e00}'.repeat(131_070);
  page.send({ t: 'signal', media: 'call0001', sid, to: 'desk-1', data: longest });
  page.send({ t: 'signal', media: 'call0001', data: { k: 'beat' } });
  await desk.until(({ data }) => (data as { k?: string } | undefined)?.k === 'beat');
  const signals = desk.frames.filter(({ t }) => t === 'signal');
  expect(signals).toMatchObject([{ from: 'p1', sid, data: longest }, { from: 'p1' }]);

  const post = async (frame: object) => {
    const { text } = await browser.ask('/frames?page=p2', { method: 'POST', body: JSON.stringify(frame) });
    return JSON.parse(text) as unknown;
  };
  await post({ t: 'hello', n: 1, v: 1, page: 'p2', token: browser.token });
  await post({ t: 'open', n: 2 });
  expect(await post({ t: 'signal', n: 3, media: 'call0001', sid, to: 'desk-1', data: longest })).toEqual([
    { t: 'ok', n: 3 },
  ]);
  await post({ ...media, n: 4, id: 'x2', step: 'end', why: 'hung-up' });
  await desk.until((frame) => JSON.stringify(frame).includes('hung-up'));
  await page.until((frame) => JSON.stringify(frame).includes('hung-up'));
});
