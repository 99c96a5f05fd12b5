import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser, type Page } from '../testing/browser.js';
import { ada, ben, connectedChat } from '../testing/chatting.js';
import { mediaPortOf } from '../media/mediaPortOf.js';
import type { IncomingSignal, MediaPort } from '../media/mediaPort.js';
import type { Asked } from '../link/pending.js';

function portOf(page: Page): MediaPort {
  const port = mediaPortOf(page.api);
  if (port === undefined) throw new Error('no port');
  return port;
}
const ask = { step: 'ask', kind: 'av', wants: { audio: true } } as const;
const taken = { type: 'media', media: 'm1', by: 'a', seat: 's1', agent: ada, step: 'take' } as const;
type SignalFrame = Extract<Asked, { t: 'signal' }>;

test('each API object has one, which nobody comes across', () => {
  const { api } = openBrowser(startBackEnd()).page();
  expect(mediaPortOf(api)).toMatchObject({ version: 1, mode: 'single', up: false });
  expect(Object.getOwnPropertySymbols(api)).toHaveLength(1);
  expect(Reflect.ownKeys({ ...api }).filter((key) => typeof key === 'symbol')).toEqual([]);
  for (const other of [undefined, null, 'text', {}, { [Symbol.for('offhook.media')]: { version: 2 } }])
    expect(mediaPortOf(other)).toBeUndefined();
});

test('it knows who is in a chat and what is on there, and tells of changes', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  const port = portOf(page);
  const told: string[] = [];
  const stop = port.watch((one) => told.push(one));
  expect(port.chats()).toEqual([{ sid, clientId: undefined, connected: true, media: {} }]);
  await Promise.all([port.step(sid, 'm1', ask), pass()]);
  expect(port.chats()[0]?.media.av).toMatchObject({
    media: 'm1',
    state: 'asked',
    customer: { seat: port.page },
  });
  backEnd.desk.add(sid, taken);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'no change', agent: ada });
  backEnd.desk.add(sid, { type: 'connect', agent: ben, how: 'invite' });
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' });
  await pass();
  expect(told).toEqual([sid, sid, sid, sid]);
  expect(port.chats()[0]).toMatchObject({ connected: true, media: { av: { state: 'ended', why: 'left' } } });
  backEnd.desk.add(sid, { type: 'disconnect', agent: ben, how: 'leave' });
  await pass();
  expect(port.chats()[0]?.connected).toBe(false);
  stop();
  page.api.Close();
  expect(told).toHaveLength(5);
});

test('a page that opens a chat finds what is on there, before and after it is told of the chat', async () => {
  const { page, backEnd, sid, pass, browser } = await connectedChat();
  await Promise.all([portOf(page).step(sid, 'm1', ask), pass()]);
  backEnd.desk.add(sid, taken);
  const other = browser.page();
  const order: string[] = [];
  other.api.OnOpenSuccess = () => order.push('opened');
  portOf(other).watch(() => order.push('changed'));
  other.api.Open();
  await pass();
  expect(order).toEqual(['opened', 'changed']);
  expect(portOf(other).chats()).toMatchObject([{ sid, connected: true, media: { av: { state: 'on' } } }]);
});

test('a step is in the log once, over a break and a storage that is away', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  const done = portOf(page).step(sid, 'm1', ask);
  backEnd.cut();
  await pass(10_000);
  await done;
  const steps = backEnd.desk.chats()[0]!.log.filter(({ type }) => type === 'media');
  expect(steps).toHaveLength(1);
});

test('P-17, P-20: a step without an agent is refused', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' });
  const step = expect(portOf(page).step(sid, 'm1', ask)).rejects.toMatchObject({ code: 'NotConnected' });
  await pass();
  await step;
});

test('where signals go is said once on each connection, and they come to that seat alone', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  const port = portOf(page);
  const heard: unknown[] = [];
  backEnd.desk.seat(sid, 's1', (signal) => heard.push(signal));
  backEnd.desk.seat(sid, 's2', () => heard.push('strange'));
  const send = (): boolean => port.signal(sid, 'm1', 's1', { k: 'beat' });
  expect([send(), send()]).toEqual([true, true]);
  await pass();
  backEnd.cut();
  await pass(10);
  expect(send()).toBe(false);
  await pass(10_000);
  expect(send()).toBe(true);
  await pass();
  expect(heard).toEqual(Array(3).fill({ media: 'm1', from: port.page, data: { k: 'beat' } }));
  const sent = backEnd.desk.requests.filter((one): one is SignalFrame => one.t === 'signal');
  expect(sent.map(({ sid: named, to }) => [named, to])).toEqual([
    [sid, 's1'],
    [undefined, undefined],
    [sid, 's1'],
  ]);
});

test('signals come with where they are from, of chats that the page shows', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  const port = portOf(page);
  const heard: IncomingSignal[] = [];
  port.onSignal((signal) => heard.push(signal));
  const say = backEnd.desk.seat(sid, 's1', () => undefined);
  say('m1', port.page, { k: 'here' });
  backEnd.desk.tell(sid, { t: 'signal', sid: 'other', media: 'm1', from: 's1', data: 1 });
  await pass();
  expect(heard).toMatchObject([{ sid, media: 'm1', from: 's1', data: { k: 'here' } }]);
});

test('it tells when there is a connection and when there is none', async () => {
  const { page, backEnd, pass } = await connectedChat();
  const port = portOf(page);
  const ups: boolean[] = [];
  port.onLink((up) => ups.push(up));
  backEnd.cut();
  await pass(10_000);
  expect(ups).toEqual([false, true]);
  expect(port.up).toBe(true);
  page.lifecycle.leave();
  expect(ups).toEqual([false, true, false]);
});

test('over plain HTTP signals go out in order, and one that is refused costs nothing else', async () => {
  const backEnd = startBackEnd();
  backEnd.network.sockets = false;
  const page = openBrowser(backEnd).page();
  page.api.Start({});
  await backEnd.clock.pass(5_000);
  const sid = backEnd.desk.chats()[0]!.sid;
  backEnd.desk.add(sid, { type: 'connect', agent: ada, how: 'accept' });
  const heard: unknown[] = [];
  backEnd.desk.seat(sid, 's1', ({ data }) => heard.push(data));
  const port = portOf(page);
  port.signal(sid, 'm1', 's1', { k: 'here' });
  port.signal(sid, 'm1', 's1', { k: 'beat' });
  expect(port.buffered()).toBeGreaterThan(0);
  await backEnd.clock.pass(100);
  expect(heard).toEqual([{ k: 'here' }, { k: 'beat' }]);
  expect(port.buffered()).toBe(0);
  backEnd.network.status.set('frames', 413);
  port.signal(sid, 'm1', 's1', { k: 'beat' });
  await backEnd.clock.pass(100);
  expect(port.up).toBe(true);
});

test('T-76: it asks for the server’s ICE servers, and passes on none that a browser would throw at', async () => {
  const { page, backEnd, pass } = await connectedChat();
  backEnd.desk.ice = [
    { urls: 'turn:turn.example', username: 'u', credential: 'c' },
    { urls: 'turn:turn.example' },
    { urls: ['stun:stun.example', 'http://stun.example'] },
  ];
  const ice = portOf(page).ice();
  await pass();
  expect(await ice).toEqual([
    { urls: ['turn:turn.example'], username: 'u', credential: 'c' },
    { urls: ['stun:stun.example'] },
  ]);
});

test('functions are added where there are none, and slots are called when they are set', async () => {
  const { page } = await connectedChat();
  const port = portOf(page);
  const { Open } = page.api;
  port.define({ Open: () => undefined, Added: () => 1, OnAdded: null });
  expect(page.api).toMatchObject({ Open, OnAdded: null });
  const calls: unknown[] = [];
  port.emit('OnAdded', [1]);
  Reflect.set(page.api, 'OnAdded', (...args: unknown[]) => calls.push(args));
  port.emit('OnAdded', [1, 2]);
  Reflect.set(page.api, 'OnAdded', () => {
    throw new Error('of the page');
  });
  port.emit('OnAdded', []);
  expect(calls).toEqual([[1, 2]]);
  expect(page.reported).toEqual([new Error('of the page')]);
  Object.freeze(page.api);
  expect(() => port.define({ More: 1 })).not.toThrow();
});

test('who leaves a chat ends what this page takes part in there, and nothing of another page', async () => {
  const { page, backEnd, sid, pass, tab } = await connectedChat();
  const other = await tab();
  await Promise.all([portOf(page).step(sid, 'm1', ask), pass()]);
  other.api.Close();
  await pass();
  expect(portOf(page).chats()[0]?.media.av?.state).toBe('asked');
  page.api.Close();
  await pass();
  const ends = backEnd.desk.chats()[0]!.log.filter((entry) => entry.type === 'media' && entry.step === 'end');
  expect(ends).toMatchObject([{ media: 'm1', by: 'c', why: 'hung-up' }]);
});

test('a chat that ends is told as its sessions’ end first, and then as left', async () => {
  const { page, backEnd, sid, pass } = await connectedChat();
  const port = portOf(page);
  await Promise.all([port.step(sid, 'm1', ask), pass()]);
  const told: unknown[] = [];
  page.api.OnEnd = () => told.push('OnEnd');
  port.watch(() => told.push(port.chats()[0]?.media.av?.state));
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  expect(told).toEqual(['ended', undefined, 'OnEnd']);
});
