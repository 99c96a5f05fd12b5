import { hubWorld, rest, type HubWorld } from './testing/hubWorld.js';

let world: HubWorld;
beforeEach(() => {
  world = hubWorld();
});
afterEach(() => world.close());

test('P-4, T-63, T-142: without a live chat Open finds no session, and Start works', async () => {
  const node = world.node('n1');
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  expect(await page.ask({ t: 'open' })).toMatchObject({ t: 'no', code: 'NoSessionFound' });
  expect(await page.start()).toMatchObject({ t: 'ok', sid: expect.any(String) as string });
  await rest();
  expect(page.positions()).toEqual([1]);
});

test('T-131, T-67, T-139: attached to a live chat Start is refused, and Open is idempotent', async () => {
  const node = world.node('n1');
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  expect(await page.start()).toMatchObject({ t: 'no', code: 'AlreadyStartedAndInSession' });
  await page.send('one');
  for (let time = 0; time < 2; time += 1) {
    const { chats } = await page.ask({ t: 'open' });
    expect(chats?.map(({ sid: id, seq }) => ({ id, seq }))).toEqual([{ id: sid, seq: 2 }]);
  }
  await page.send('two');
  await rest();
  expect(page.entries().at(-1)).toMatchObject({ seq: 3, msg: 'two' });
});

test('T-64, T-68, T-133: another page must Open the live chat and can’t Start', async () => {
  const node = world.node('n1');
  await node.agent('Anna');
  const { sid } = await (await node.page('w', 'p1')).start();
  const other = await node.page('w', 'p2');
  expect(await other.start()).toMatchObject({ t: 'no', code: 'UnOpenedSessionPerformedStart' });
  const { chats } = await other.ask({ t: 'open' });
  expect(chats?.map((chat) => chat.sid)).toEqual([sid]);
  expect(await other.start()).toMatchObject({ code: 'AlreadyStartedAndInSession' });
});

test('T-160: a page that has not opened may neither send nor type nor end while a chat is live', async () => {
  const node = world.node('n1');
  await node.agent('Anna');
  await (await node.page('w', 'p1')).start();
  const other = await node.page('w', 'p2');
  const refused = { t: 'no', code: 'UnOpenedSessionNotAllowed' };
  expect(await other.send('x')).toMatchObject(refused);
  expect(await other.ask({ t: 'app', id: 'a1', kind: 'k', data: 1 })).toMatchObject(refused);
  expect(await other.ask({ t: 'end' })).toMatchObject(refused);
  // What has no number is told as a fault by the answer itself.
  const link = node.hub.visitor({ site: 'main', web: 'w', page: 'p3', tell: () => undefined });
  await link.ask({ t: 'hello', n: 1, v: 1, page: 'p3' });
  expect(await link.ask({ t: 'typing', state: 0 })).toEqual({
    t: 'fault',
    code: 'UnOpenedSessionNotAllowed',
  });
});

test('P-4: while no chat is live, a request is refused without a fault', async () => {
  const page = await world.node('n1').page('w', 'p');
  expect(await page.send('x')).toMatchObject({ t: 'no', code: 'NoSuchChat' });
  expect(await page.ask({ t: 'end' })).toMatchObject({ t: 'no', code: 'NoSuchChat' });
  expect(await page.ask({ t: 'callback', number: '12345' })).toMatchObject({ code: 'NoSuchChat' });
  expect(page.told).toEqual([]);
});

test.each(['n1', 'n2'])(
  'P-4: of two pages that Start at once one wins, the other at node %s',
  async (where) => {
    const nodes = { n1: world.node('n1'), n2: world.node('n2') };
    await nodes.n1.agent('Anna');
    const one = await nodes.n1.page('w', 'p1');
    const other = await nodes[where as 'n1' | 'n2'].page('w', 'p2');
    const answers = await Promise.all([one.start(), other.start()]);
    expect(answers.map(({ t, code }) => code ?? t).sort()).toEqual(['UnOpenedSessionPerformedStart', 'ok']);
  },
);

test('P-4: hello comes first, whatever is asked', async () => {
  const page = world.node('n1').silentPage('w', 'p');
  expect(await page.start()).toMatchObject({ t: 'no', code: 'BadRequest', text: 'hello comes first' });
});

test('T-194: a chat belongs to its browser session', async () => {
  const node = world.node('n1');
  await node.agent('Anna');
  const { sid = '' } = await (await node.page('w', 'p')).start();
  const stranger = await node.page('other', 'p');
  expect(await stranger.ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
  expect(await stranger.send('x', sid)).toMatchObject({ code: 'NoSuchChat' });
  expect(await stranger.ask({ t: 'end', sid })).toMatchObject({ code: 'NoSuchChat' });
  const curious = await node.page('other', 'p', { [sid]: 1 });
  expect(curious.entries()).toEqual([]);
  expect(await node.hub.chatOf('main', 'other', 'p', sid)).toBeUndefined();
  expect(await node.hub.chatOf('main', 'w', 'p', sid)).toEqual({ sid, live: true, attached: true });
});
