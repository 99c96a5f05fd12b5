import type { StartCode } from '@offhook/livechat';
import { memoryLog } from '../log/memoryLog.js';
import { LogError } from '../log/logError.js';
import { hubWorld, openDoor, rest, type HubWorld } from './testing/hubWorld.js';

let world: HubWorld;
beforeEach(() => {
  world = hubWorld();
});
afterEach(() => world.close());

test('P-14, T-137: caps of the customer, the web session and the node', async () => {
  world.set({ caps: { webSession: 1, multi: 2, customer: 3, node: 5 } });
  const node = world.node('n1');
  const other = world.node('n2');
  await node.agent('Anna');
  const over = { t: 'no', code: 'MaxConcurrentSessionCountReached' };
  const multi = await node.page('w1', 'p');
  await multi.start({ eCin: 'eva' }, 'a');
  await multi.start({ eCin: 'eva' }, 'b');
  expect(await multi.start({}, 'c')).toMatchObject(over);
  const third = await other.page('w2', 'p');
  await third.start({ eCin: 'eva' });
  const fourth = await other.page('w3', 'p');
  expect(await fourth.start({ eCin: 'eva' })).toMatchObject(over);
  expect(await fourth.start({ eCustDetails: '{"eCin":"eva"}' })).toMatchObject(over);
  await third.ask({ t: 'end' });
  expect(await fourth.start({ eCin: 'eva' })).toMatchObject({ t: 'ok' });
  for (const web of ['w4', 'w5', 'w6']) await (await node.page(web, 'p')).start();
  expect(await (await node.page('w7', 'p')).start()).toMatchObject(over);
  expect(await (await other.page('w8', 'p')).start()).toMatchObject({ t: 'ok' });
});

test('P-14: caps and matrix are looked at before the captcha is used up', async () => {
  let admitted = 0;
  world.set({ caps: { webSession: 1, multi: 5, customer: 1, node: 10 } });
  const node = world.node('n1', {
    admission: { admit: (visitor, request) => ((admitted += 1), openDoor.admit(visitor, request)) },
  });
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  await page.start({ eCin: 'eva' });
  await page.start({ eCin: 'eva' });
  await (await node.page('w', 'p2')).start();
  await (await node.page('w2', 'p')).start({ eCin: 'eva' });
  expect(admitted).toBe(1);
});

test.each(['CaptchaDoesNotMatch', 'CaptchaNotFound', 'CaptchaIsEmpty'] as const)(
  'T-134, T-135, T-136: what is not admitted is told as %s',
  async (code) => {
    const node = world.node('n1', {
      admission: { admit: () => Promise.resolve({ ok: false, code, retryAfterMs: 9 }) },
    });
    const page = await node.page('w', 'p');
    expect(await page.start()).toEqual({ t: 'no', n: 2, code, retryAfterMs: 9 });
    expect(await node.hub.chats('main')).toEqual([]);
  },
);

test.each<StartCode>([
  'StartError',
  'ServerInternalConnectivityError',
  'CookiesDisabled',
  'AlreadyEndedSession',
])('T-128, T-129: the fault switch refuses each start with %s until it is cleared', async (startFailed) => {
  const node = world.node('n1');
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  world.set({ startFailed });
  expect(await page.start()).toMatchObject({ t: 'no', code: startFailed });
  expect(await page.start()).toMatchObject({ t: 'no', code: startFailed });
  world.set({ startFailed: undefined as never });
  expect(await page.start()).toMatchObject({ t: 'ok' });
});

test('T-130: where the store is away the start is refused, and a message is to be sent again', async () => {
  const log = memoryLog({ clock: world.clock, store: world.store });
  let away = false;
  const node = world.node('n1', {
    log: {
      ...log,
      append: (writes) => (away ? Promise.reject(new LogError('unavailable')) : log.append(writes)),
    },
  });
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  away = true;
  expect(await page.start()).toMatchObject({ t: 'no', code: 'ServerInternalConnectivityError' });
  away = false;
  expect(await page.start()).toMatchObject({ t: 'ok' });
  away = true;
  const send = { t: 'send', id: 'm', msg: 'x' } as const;
  expect(await page.ask(send)).toMatchObject({ t: 'no', code: 'Unavailable', retryAfterMs: 1_000 });
  expect(await page.ask({ t: 'end' })).toMatchObject({ t: 'no', code: 'Unavailable' });
  away = false;
  expect(await page.ask(send)).toMatchObject({ t: 'ok' });
  await rest();
  expect(page.heard()).toEqual(['c:x']);
});

test('T-130: a node that is about to stop takes no new chat, and goes on with the others', async () => {
  const node = world.node('n1');
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  node.hub.drain();
  expect(await (await node.page('w2', 'p')).start()).toMatchObject({
    code: 'ServerInternalConnectivityError',
  });
  expect(await node.hub.ready()).toBe('draining');
  await agent.accept(sid);
  expect(await agent.send(sid, 'hello')).toMatchObject({ t: 'ok' });
});

test('T-159: a fault of the server’s own is told', async () => {
  const log = memoryLog({ clock: world.clock, store: world.store });
  let broken = false;
  const node = world.node('n1', {
    log: { ...log, append: (writes) => (broken ? Promise.reject(new TypeError('bug')) : log.append(writes)) },
  });
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  await page.start();
  await rest();
  broken = true;
  expect(await page.send('x')).toMatchObject({ t: 'no', code: 'Unavailable' });
  expect(page.told.at(-1)).toEqual({ t: 'fault', code: 'InternalServerError' });
  broken = false;
});

test('T-171: a new captcha text is told to the other pages of the web session, at each node', async () => {
  const [node, other] = [world.node('n1'), world.node('n2')];
  const pages = [await node.page('w', 'p1'), await other.page('w', 'p2'), await node.page('stranger', 'p')];
  node.hub.captchaReset('main', 'w', 'p1');
  await rest();
  expect(pages.map(({ told }) => told)).toEqual([[], [{ t: 'captcha' }], []]);
  other.hub.captchaReset('main', 'w');
  await rest();
  expect(pages.map(({ told }) => told.length)).toEqual([1, 2, 0]);
});
