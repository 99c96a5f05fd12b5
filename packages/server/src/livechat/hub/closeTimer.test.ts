import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected(page = 'p') {
  const agent = await node.agent('Anna');
  const customer = await node.page('w', page);
  const { sid = '' } = await customer.start();
  await agent.accept(sid);
  await rest();
  return { agent, customer, sid };
}

test('P-5, T-69, T-197: the end timer starts as the last page closes, and the agent gets the end', async () => {
  const { agent, customer, sid } = await connected();
  const second = await node.page('w', 'p2');
  await second.ask({ t: 'open' });
  await customer.ask({ t: 'close' });
  await world.pass(60_000);
  expect(agent.heard(sid)).not.toContain('end');
  await second.ask({ t: 'close' });
  await world.pass(29_000);
  expect(agent.heard(sid)).not.toContain('end');
  await world.pass(1_000);
  expect(agent.entries(sid).slice(-2)).toMatchObject([
    { type: 'disconnect', how: 'end' },
    { type: 'end', by: 'server', why: 'closed' },
  ]);
});

test.each([
  [29_999, 'ok'],
  [30_000, 'AlreadyEndedSession'],
  [30_001, 'AlreadyEndedSession'],
])('P-5: Open %i ms after Close has one outcome: %s', async (ms, outcome) => {
  const { customer, agent, sid } = await connected();
  await customer.ask({ t: 'close' });
  const next = await node.page('w', 'p2');
  await world.pass(29_990);
  world.clock.advance(ms - 29_990);
  const answer = await next.ask({ t: 'open' });
  await rest();
  expect(answer.code ?? answer.t).toBe(outcome);
  await world.pass(60_000);
  expect(agent.heard(sid).filter((word) => word === 'end')).toHaveLength(outcome === 'ok' ? 0 : 1);
});

test('P-5: what is due counts even where the timer fires late', async () => {
  const { clock } = world;
  const late = world.node('late', { clock: { ...clock, setTimeout: () => () => undefined } });
  await late.agent('Anna');
  const page = await late.page('w', 'p');
  await page.start();
  await page.ask({ t: 'close' });
  await node.kill();
  clock.advance(30_000);
  const next = await late.page('w', 'p2');
  expect(await next.ask({ t: 'open' })).toMatchObject({ code: 'AlreadyEndedSession' });
});

test('P-5: a page that vanishes holds its chat longer, and a longer one that is open for ever', async () => {
  const { customer, agent, sid } = await connected();
  customer.gone();
  await rest();
  await world.pass(119_000);
  expect(agent.heard(sid)).not.toContain('end');
  await world.pass(1_000);
  expect(agent.entries(sid).at(-1)).toMatchObject({ type: 'end', why: 'vanished' });
});

test('P-5: a page that is back in time goes on', async () => {
  const { customer, agent, sid } = await connected();
  customer.gone();
  await rest();
  await world.pass(119_000);
  const again = await node.page('w', 'p', customer.since());
  await world.pass(300_000);
  expect(agent.heard(sid)).not.toContain('end');
  expect(await again.send('here')).toMatchObject({ t: 'ok', sid });
});

test('P-5: a closed page that comes back from the browser’s cache goes on', async () => {
  const { customer, sid } = await connected();
  await node.hub.closePage('main', 'w', 'p');
  customer.gone();
  await world.pass(10_000);
  const again = await node.page('w', 'p', customer.since());
  await world.pass(60_000);
  expect(await again.send('here')).toMatchObject({ t: 'ok', sid });
});

test('P-5: the deadline survives a restart, and any node can fire it', async () => {
  const { customer, sid } = await connected();
  await customer.ask({ t: 'close' });
  await node.kill();
  await world.pass(10_000);
  const next = world.node('n2');
  await rest();
  const [live] = await next.hub.chats('main');
  expect(live).toMatchObject({ sid, state: 'connected' });
  await world.pass(20_000);
  const [ended] = await next.hub.chats('main');
  expect(ended).toMatchObject({ sid, state: 'ended' });
});

test('P-5: the pages of a node that dies count as vanished from when that is seen', async () => {
  const other = world.node('n2');
  const { sid } = await connected();
  await node.kill();
  await world.pass(12_000);
  const [first] = await other.hub.chats('main');
  expect(first).toMatchObject({ sid, state: 'connected' });
  await world.pass(125_000);
  const [last] = await other.hub.chats('main');
  expect(last).toMatchObject({ sid, state: 'ended' });
});

test('P-5: a page that closes while its Start is under way leaves a chat that ends in time', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const starting = page.start();
  await node.hub.closePage('main', 'w', 'p');
  page.gone();
  const { sid } = await starting;
  await world.pass(30_000);
  const [chat] = await node.hub.chats('main');
  expect(chat).toMatchObject({ sid, state: 'ended' });
});

test('P-5: closing one chat of several leaves the others', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid: first = '' } = await page.start({}, 'one');
  const { sid: second = '' } = await page.start({}, 'two');
  await page.ask({ t: 'close', sid: first });
  await world.pass(30_000);
  const states = (await node.hub.chats('main')).map(({ sid, state }) => `${sid} ${state}`);
  expect(states.sort()).toEqual([`${first} ended`, `${second} queued`].sort());
});
