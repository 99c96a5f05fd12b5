import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected() {
  const anna = await node.agent('Anna');
  const bert = await node.agent('Bert');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start({ eCustName: 'Eva', pTopic: 'cards' });
  await anna.accept(sid);
  await rest();
  return { anna, bert, page, sid };
}

const comings = (page: Awaited<ReturnType<typeof connected>>['page']) =>
  page
    .entries()
    .flatMap((entry) =>
      entry.type === 'connect' || entry.type === 'disconnect' ? [`${entry.agent.name} ${entry.how}`] : [],
    );

test('T-149: a transfer brings the next agent and takes the first out', async () => {
  const { anna, bert, page, sid } = await connected();
  expect(await anna.ask({ t: 'transfer', sid, to: 'Bert' })).toMatchObject({ t: 'ok', sid });
  await rest();
  expect(comings(page)).toEqual(['Anna accept', 'Bert transfer', 'Anna transfer']);
  expect(bert.heard(sid)).toEqual(['start', 'connect', 'connect', 'disconnect']);
  expect(anna.heard(sid)).toEqual(['start', 'connect', 'connect', 'disconnect']);
  expect(await anna.send(sid, 'x')).toMatchObject({ code: 'NoSuchChat' });
  await bert.send(sid, 'hello');
  await rest();
  expect(anna.heard(sid)).not.toContain('a:hello');
  expect(page.heard()).toContain('a:hello');
});

test('T-166: an agent leaves the conference with a text, and the others go on', async () => {
  const { anna, bert, page, sid } = await connected();
  await anna.ask({ t: 'invite', sid, to: 'bert' });
  await anna.ask({ t: 'leave', sid, text: 'Bert will help you' });
  await rest();
  expect(page.entries().at(-1)).toMatchObject({
    type: 'disconnect',
    agent: { name: 'Anna' },
    how: 'leave',
    text: 'Bert will help you',
  });
  const [chat] = await node.hub.chats('main');
  expect(chat).toMatchObject({ state: 'connected', agents: [{ id: 'bert', name: 'Bert' }] });
  expect(await bert.send(sid, 'hello')).toMatchObject({ t: 'ok' });
});

test('nobody is brought in who isn’t logged in or is in the chat already', async () => {
  const { anna, sid } = await connected();
  expect(await anna.ask({ t: 'invite', sid, to: 'Nobody' })).toMatchObject({ code: 'NoSuchAgent' });
  await anna.ask({ t: 'invite', sid, to: 'Bert' });
  expect(await anna.ask({ t: 'transfer', sid, to: 'Bert' })).toMatchObject({ code: 'WrongState' });
  expect(await anna.ask({ t: 'invite', sid: 'other', to: 'Bert' })).toMatchObject({ code: 'NoSuchChat' });
});

test('an agent who logs out leaves the chats, which wait again', async () => {
  const { anna, bert, page, sid } = await connected();
  expect(await anna.ask({ t: 'logout' })).toMatchObject({ t: 'ok' });
  await world.pass(200);
  expect(anna.closed).toBe(true);
  expect(comings(page)).toEqual(['Anna accept', 'Anna logout']);
  expect(bert.desk()).toMatchObject({
    waiting: [{ sid, state: 'queued', position: 1, name: 'Eva', topic: 'cards', attached: true }],
    waitingCount: 1,
    agents: [{ id: 'bert', name: 'Bert' }],
  });
});

test('an agent whose connection is lost keeps the chats for 30 s', async () => {
  const { anna, page, sid } = await connected();
  anna.gone();
  await world.pass(20_000);
  const back = await node.agent('Anna');
  expect(back.heard(sid)).toEqual(['start', 'connect']);
  await world.pass(60_000);
  back.gone();
  await rest();
  await world.pass(30_000);
  expect(comings(page)).toEqual(['Anna accept', 'Anna lost']);
});

test('an agent with two windows is lost only with the last of them', async () => {
  const { anna, page } = await connected();
  const other = world.node('n2');
  const second = await other.agent('Anna');
  anna.gone();
  await world.pass(60_000);
  expect(comings(page)).toEqual(['Anna accept']);
  second.gone();
  await world.pass(60_000);
  expect(comings(page)).toEqual(['Anna accept', 'Anna lost']);
});

test('agents see the desk after each change, at most ten times a second', async () => {
  const { bert, sid } = await connected();
  await world.pass(1_000);
  const before = bert.told.filter(({ t }) => t === 'desk').length;
  for (let customer = 0; customer < 20; customer += 1) await (await node.page(`x${customer}`, 'p')).start();
  await world.pass(200);
  const desks = bert.told.filter(({ t }) => t === 'desk').length - before;
  expect(desks).toBeGreaterThan(0);
  expect(desks).toBeLessThanOrEqual(3);
  expect(bert.desk()).toMatchObject({ waitingCount: 20, own: [] });
  expect(bert.desk()?.waiting).toHaveLength(20);
  const anna = await node.agent('Anna');
  await world.pass(200);
  expect(anna.desk()?.own.map((chat) => chat.sid)).toEqual([sid]);
});

test('P-26, T-167: earlier chats of the customer are told once, after the place in the queue', async () => {
  const { anna } = await connected();
  const details = { eCin: 'customer-7' };
  const first = await node.page('w1', 'p');
  const { sid: earlier = '' } = await first.start(details);
  await anna.accept(earlier);
  await first.send('50% & more');
  await first.ask({ t: 'end' });
  await rest();
  expect(first.told.filter(({ t }) => t === 'history')).toEqual([]);
  world.set({ historyDelayMs: 500 });
  const page = await node.page('w2', 'p');
  const { sid = '' } = await page.start(details);
  await rest();
  expect(page.told.map(({ t }) => t)).toEqual(['queue']);
  await world.pass(500);
  expect(page.told.map(({ t }) => t)).toEqual(['queue', 'history']);
  expect(page.told.at(-1)).toMatchObject({
    sid,
    chats: [
      {
        sid: earlier,
        trans: [{ type: 'connect' }, { by: 'c', msg: '50%25%20%26%20more' }, { type: 'disconnect' }],
      },
    ],
  });
  await anna.accept(sid);
  expect(await anna.ask({ t: 'history', sid })).toMatchObject({ t: 'ok', chats: [{ sid: earlier }] });
  const stranger = await node.page('w3', 'p');
  await stranger.start({ eCin: '' });
  await world.pass(1_000);
  expect(stranger.told.map(({ t }) => t)).toEqual(['queue']);
});
