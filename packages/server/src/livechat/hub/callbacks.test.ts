import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected(details = {}) {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start(details);
  await agent.accept(sid);
  await rest();
  return { agent, page, sid };
}

const callbacksOf = (page: Awaited<ReturnType<typeof connected>>['page']) =>
  page.entries().filter(({ type }) => type === 'callback');

test('P-13, T-74, T-158: a callback is recorded once a chat and number, and told to all pages', async () => {
  const { page, agent, sid } = await connected();
  const first = await page.ask({ t: 'callback', number: '+49 (30) 123-45' });
  const again = await page.ask({ t: 'callback', number: '+493012345' });
  await page.ask({ t: 'callback', number: '555' });
  await rest();
  expect(again.seq).toBe(first.seq);
  expect(callbacksOf(page)).toMatchObject([
    { by: 'c', ok: true, number: '+493012345' },
    { by: 'c', ok: true, number: '555' },
  ]);
  expect(agent.heard(sid).filter((word) => word === 'callback')).toHaveLength(2);
  expect(world.callbacks).toEqual([
    { number: '+493012345', sid, by: 'c' },
    { number: '555', sid, by: 'c' },
  ]);
  expect((await node.hub.callbacks('main')).map(({ number }) => number)).toEqual(['+493012345', '555']);
});

test('P-13: a malformed number is told as not ok, and records nothing', async () => {
  const { page } = await connected();
  expect(await page.ask({ t: 'callback', number: 'call me' })).toMatchObject({ t: 'ok' });
  await rest();
  expect(callbacksOf(page)).toMatchObject([{ by: 'c', ok: false }]);
  expect(await node.hub.callbacks('main')).toEqual([]);
});

test('P-13: without a number it is the customer’s own (T-36)', async () => {
  const { page } = await connected({ eMobileNo: '030 777' });
  await page.ask({ t: 'callback', number: '' });
  await rest();
  expect(callbacksOf(page)).toMatchObject([{ ok: true, number: '030777' }]);
});

test('T-158: an agent’s callback is told as the agent’s', async () => {
  const { agent, page, sid } = await connected({ eMobileNo: '030777' });
  expect(await agent.ask({ t: 'callback', sid })).toMatchObject({ t: 'ok' });
  await rest();
  expect(callbacksOf(page)).toMatchObject([{ by: 'a', ok: true, number: '030777' }]);
  expect(world.callbacks).toEqual([{ number: '030777', sid, by: 'a' }]);
});

test('T-173, P-24: a campaign contact needs no chat; the same external id is one contact', async () => {
  const page = await node.page('w', 'p');
  const done = { t: 'ok', resultCode: '0', resultMessage: 'Success' };
  expect(await page.ask({ t: 'campaign', data: { externalId: 'lead-1', name: 'Eva' } })).toMatchObject(done);
  expect(await page.ask({ t: 'campaign', data: '{"externalId":"lead-1","name":"Eva"}' })).toMatchObject(done);
  expect(await page.ask({ t: 'campaign', data: { name: 'Bo' } })).toMatchObject(done);
  for (const data of [null, [], {}, 'no json', 7, { text: 'x'.repeat(40_000) }])
    expect(await page.ask({ t: 'campaign', data })).toMatchObject({ resultCode: '1' });
  expect((await node.hub.campaign('main')).map(({ data }) => data)).toEqual([
    { externalId: 'lead-1', name: 'Eva' },
    { name: 'Bo' },
  ]);
});
