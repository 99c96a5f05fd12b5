import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

const ends = (page: { heard(sid?: string): readonly string[] }): number =>
  page.heard().filter((word) => word === 'end').length;

test('T-66, T-146: the customer’s End has the reason, at all pages and the agent', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  const second = await node.page('w', 'p2');
  await second.ask({ t: 'open' });
  await page.ask({ t: 'end', reason: 'solved' });
  await rest();
  for (const page of [page1(), second])
    expect(page.entries(sid).at(-1)).toMatchObject({ type: 'end', by: 'client', reason: 'solved' });
  expect(agent.entries(sid).at(-1)).toMatchObject({ type: 'end', by: 'client', reason: 'solved' });
  function page1() {
    return page;
  }
});

test('P-27, T-144: End without a reason has none, an empty one is kept, and the end comes once a page', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  await page.start();
  const both = await Promise.all([page.ask({ t: 'end' }), page.ask({ t: 'end' })]);
  await rest();
  expect(both.map(({ t }) => t)).toEqual(['ok', 'no']);
  expect(ends(page)).toBe(1);
  expect(page.entries().at(-1)).not.toHaveProperty('reason');
  await page.start();
  await page.ask({ t: 'end', reason: '' });
  await rest();
  expect(page.entries().at(-1)).toMatchObject({ reason: '' });
});

test('T-148, T-145: an agent can end the chat at any time after it has begun', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  expect(await agent.ask({ t: 'end', sid })).toMatchObject({ code: 'NoSuchChat' });
  await agent.accept(sid);
  expect(await agent.ask({ t: 'end', sid })).toMatchObject({ t: 'ok' });
  await rest();
  expect(page.entries(sid).at(-1)).toMatchObject({ type: 'end', by: 'agent' });
  expect(page.entries(sid).at(-1)).not.toHaveProperty('reason');
  expect(await page.send('late')).toMatchObject({ code: 'NoSuchChat' });
  expect(await agent.send(sid, 'late')).toMatchObject({ code: 'NoSuchChat' });
});

test('P-10, T-147: a page that was away gets what it missed up to the end; one of a forgotten chat is told that it is gone', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await rest();
  page.gone();
  await agent.send(sid, 'still there?');
  await agent.ask({ t: 'end', sid });
  const back = node.silentPage('w', 'p');
  const welcome = await back.ask({ t: 'hello', v: 1, page: 'p', since: { ...page.since(), unknown: 4 } });
  expect(welcome).toMatchObject({ t: 'welcome', on: [sid], gone: ['unknown'] });
  expect(back.told).toEqual([]);
  await rest();
  expect(back.heard(sid)).toEqual(['a:still there?', 'disconnect', 'end']);
  expect(await back.ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
  await node.hub.reset('main');
  const late = node.silentPage('w', 'p');
  expect(await late.ask({ t: 'hello', v: 1, page: 'p', since: { [sid]: 3 } })).toMatchObject({
    on: [],
    gone: [sid],
  });
});

test('T-170: after a restart a page goes on without a gap or a double', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await page.send('one');
  await rest();
  await node.kill();
  const next = world.node('n2');
  const back = await next.page('w', 'p', page.since());
  const anna = await next.agent('Anna');
  await anna.send(sid, 'two');
  await back.send('three');
  await rest();
  expect([...page.heard(sid), ...back.heard(sid)]).toEqual(['connect', 'c:one', 'a:two', 'c:three']);
  expect(anna.heard(sid)).toEqual(['start', 'connect', 'c:one', 'a:two', 'c:three']);
});

test('a page on a new connection takes over from the older one, which is told nothing more', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await rest();
  const other = world.node('n2');
  const newer = await other.page('w', 'p', page.since());
  const told = page.told.length;
  await agent.send(sid, 'hello');
  await rest();
  expect(page.closed).toBe(true);
  expect(page.told).toHaveLength(told);
  expect(newer.heard(sid)).toEqual(['a:hello']);
  page.gone();
  await world.pass(200_000);
  expect(await newer.send('still here')).toMatchObject({ t: 'ok' });
});
