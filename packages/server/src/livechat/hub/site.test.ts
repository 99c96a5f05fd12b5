import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected() {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start({ eCustName: 'Eva' });
  await agent.accept(sid);
  await rest();
  return { agent, page, sid };
}

const file = (id: string) => ({ id, name: 'a.pdf', size: 3, type: 'application/pdf' });

test('P-18: files of one name are told apart, and one that is told again is the same', async () => {
  const { agent, page, sid } = await connected();
  const { hub } = node;
  const first = await hub.addFile('main', sid, 'c', file('f1'), { page: 'p' });
  const second = await hub.addFile('main', sid, 'a', file('f2'), { agent: { id: 'anna', name: 'Anna' } });
  const again = await hub.addFile('main', sid, 'a', file('f2'), { agent: { id: 'anna', name: 'Anna' } });
  expect(again).toEqual(second);
  expect([first, second]).toMatchObject([
    { type: 'file', file: { name: 'a.pdf' }, page: 'p' },
    { type: 'file', file: { name: 'a (2).pdf' } },
  ]);
  await rest();
  expect(page.heard()).toEqual(['connect', 'file', 'file']);
  expect(await hub.fileNamed('main', sid, 'a (2).pdf')).toMatchObject({ id: 'f2' });
  expect(await hub.fileNamed('main', sid, 'b.pdf')).toBeUndefined();
  expect(await hub.agentChat('main', 'anna', sid)).toMatchObject({ sid, attached: true });
  await agent.ask({ t: 'end', sid });
  await expect(hub.addFile('main', sid, 'c', file('f3'), { page: 'p' })).rejects.toMatchObject({
    code: 'closed',
  });
  expect(await hub.chatOf('main', 'w', '', sid)).toEqual({ sid, live: false, attached: false });
  expect(await hub.agentChat('main', 'anna', sid)).toBeUndefined();
});

test('a reset forgets the site and closes its connections, at all nodes', async () => {
  const other = world.node('n2');
  const { agent, page } = await connected();
  const far = await other.page('w', 'q');
  await far.ask({ t: 'open' });
  await page.ask({ t: 'callback', number: '12345' });
  await node.hub.reset('main');
  await rest();
  expect([agent.closed, page.closed, far.closed]).toEqual([true, true, true]);
  for (const { hub } of [node, other]) {
    expect(await hub.chats('main')).toEqual([]);
    expect(await hub.callbacks('main')).toEqual([]);
    expect(await hub.isLive('main', 'w')).toBe(false);
  }
  const anna = await other.agent('Anna');
  const next = await node.page('w', 'p');
  const { sid } = await next.start();
  expect(await anna.accept(sid)).toMatchObject({ t: 'ok' });
});

test('a node that stops says so: its pages are held from then on, and its agents are lost', async () => {
  const other = world.node('n2');
  const { page, agent, sid } = await connected();
  page.gone();
  agent.gone();
  await node.hub.close();
  await node.log.close();
  expect(world.problems).toEqual([]);
  await world.pass(31_000);
  const [waiting] = await other.hub.chats('main');
  expect(waiting).toMatchObject({ sid, state: 'queued', details: { eCustName: 'Eva' }, queuePosition: 1 });
  await world.pass(95_000);
  const [ended] = await other.hub.chats('main');
  expect(ended).toMatchObject({ sid, state: 'ended' });
});

test('chats that ended long ago are forgotten', async () => {
  world.set({ retentionMs: 7_200_000 });
  const { page, sid } = await connected();
  await page.ask({ t: 'end' });
  await world.pass(3_600_000);
  expect(await node.log.end(`chat:main:${sid}`)).toBeGreaterThan(0);
  await world.pass(7_200_000);
  expect(await node.log.end(`chat:main:${sid}`)).toBe(0);
});
