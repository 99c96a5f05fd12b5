import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
let other: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
  other = world.node('n2');
});
afterEach(() => world.close());

async function connected() {
  const agent = await other.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await rest();
  const states = (): readonly number[] =>
    agent.told.flatMap((frame) => (frame.t === 'typing' ? [frame.state] : []));
  const type = (state: 0 | 1) => page.ask({ t: 'typing', state }).then(rest);
  return { agent, page, sid, states, type };
}

test('P-21, T-73: a started goes to the agent at most once in 3 s', async () => {
  const { states, type } = await connected();
  for (let key = 0; key < 10; key += 1) {
    await type(0);
    await world.pass(500);
  }
  expect(states()).toEqual([0, 0]);
});

test('P-21: 10 s of silence are a stopped', async () => {
  const { states, type } = await connected();
  await type(0);
  await world.pass(9_999);
  expect(states()).toEqual([0]);
  await world.pass(1);
  expect(states()).toEqual([0, 1]);
});

test('P-21: sending and leaving are a stopped, once', async () => {
  const { page, states, type } = await connected();
  await type(0);
  await page.send('done');
  await rest();
  expect(states()).toEqual([0, 1]);
  await type(1);
  expect(states()).toEqual([0, 1]);
  await world.pass(3_000);
  await type(0);
  page.gone();
  await rest();
  expect(states()).toEqual([0, 1, 0, 1]);
  await world.pass(20_000);
  expect(states()).toHaveLength(4);
});

test('P-21: one who stops and begins again within 3 s is shown when they are over', async () => {
  const { states, type } = await connected();
  await type(0);
  await type(1);
  await type(0);
  expect(states()).toEqual([0, 1]);
  await world.pass(3_000);
  expect(states()).toEqual([0, 1, 0]);
});

test('T-165: an agent’s typing goes to all pages and the other agents, with the name; it is not stored', async () => {
  const { agent, page, sid } = await connected();
  const bert = await node.agent('Bert');
  await agent.ask({ t: 'invite', sid, to: 'bert' });
  const second = await other.page('w', 'p2');
  await second.ask({ t: 'open' });
  const before = await node.log.end(`chat:main:${sid}`);
  await agent.ask({ t: 'typing', sid, state: 0 });
  await rest();
  for (const told of [page.told, second.told, bert.told])
    expect(told.filter(({ t }) => t === 'typing')).toEqual([{ t: 'typing', sid, state: 0, name: 'Anna' }]);
  expect(agent.told.filter(({ t }) => t === 'typing')).toEqual([]);
  expect(await node.log.end(`chat:main:${sid}`)).toBe(before);
  agent.gone();
  await rest();
  expect(page.told.filter(({ t }) => t === 'typing').at(-1)).toMatchObject({ state: 1 });
});
