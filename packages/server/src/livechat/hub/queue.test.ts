import type { NoticeCode } from '@offhook/livechat';
import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';
import { type TestPage } from './testing/testPage.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

const details = { eMobileNo: '+49 30 1234', enable_autocb: true };

async function waiting(count: number): Promise<readonly { page: TestPage; sid: string }[]> {
  const all = [];
  for (let customer = 0; customer < count; customer += 1) {
    const page = await node.page(`w${customer}`, 'p');
    all.push({ page, sid: (await page.start(details)).sid ?? '' });
  }
  await rest();
  return all;
}

test('P-12, T-127, T-161: the place in the queue comes right after the start, and on each change, to who started', async () => {
  const agent = await node.agent('Anna');
  const [first, second, third] = await waiting(3);
  const reader = await node.page('w2', 'reader');
  await reader.ask({ t: 'open' });
  await agent.accept(first?.sid);
  await agent.accept(second?.sid);
  await rest();
  expect(third?.page.positions()).toEqual([3, 2, 1]);
  expect(second?.page.positions()).toEqual([2, 1]);
  expect(reader.positions()).toEqual([]);
  expect(third?.page.told[0]).toMatchObject({ t: 'queue' });
});

test('P-12: no place is told after an agent has come', async () => {
  const agent = await node.agent('Anna');
  const [first, second] = await waiting(2);
  await agent.accept(second?.sid);
  await agent.accept(first?.sid);
  await waiting(2);
  expect(first?.page.positions()).toEqual([1]);
  expect(second?.page.positions()).toEqual([2]);
  expect(second?.page.told.map(({ t }) => t)).toEqual(['queue', 'entries']);
});

test('T-177: who waits longest is served first; one whose agent left goes before all', async () => {
  const agent = await node.agent('Anna');
  const [first, second] = await waiting(2);
  expect(await agent.accept()).toMatchObject({ sid: first?.sid });
  await agent.ask({ t: 'leave', sid: first?.sid ?? '' });
  await rest();
  expect(first?.page.positions()).toEqual([1, 1]);
  expect(second?.page.positions()).toEqual([2, 1, 2]);
  expect(await agent.accept()).toMatchObject({ sid: first?.sid });
});

test('T-177: a route gives a priority and a skill', async () => {
  world.set({
    route: ({ eCustSeg, pTopic }) => ({
      priority: eCustSeg === 'gold' ? 1 : 0,
      ...(pTopic === undefined ? {} : { skill: pTopic }),
    }),
  });
  const cards = await node.agent('Cara', ['cards']);
  const loans = await node.agent('Lars', ['loans']);
  const pages = await Promise.all(['w1', 'w2', 'w3'].map((web) => node.page(web, 'p')));
  const asked = [{ pTopic: 'loans' }, { pTopic: 'cards' }, { pTopic: 'cards', eCustSeg: 'gold' }];
  const sids: string[] = [];
  for (const [at, page] of pages.entries()) sids.push((await page.start(asked[at])).sid ?? '');
  expect((await cards.accept()).sid).toBe(sids[2]);
  expect((await loans.accept()).sid).toBe(sids[0]);
  expect((await cards.accept()).sid).toBe(sids[1]);
  expect(await loans.accept()).toMatchObject({ t: 'no', code: 'WrongState' });
});

test.each([1, 2])('of %i agents at two nodes who accept one chat, one gets it', async () => {
  const other = world.node('n2');
  const agents = [await node.agent('Anna'), await other.agent('Bert'), await other.agent('Cleo')];
  const [chat] = await waiting(1);
  const answers = await Promise.all(agents.map((agent) => agent.accept(chat?.sid)));
  expect(answers.map(({ t, code }) => code ?? t).sort()).toEqual(['WrongState', 'WrongState', 'ok']);
  await rest();
  expect(chat?.page.heard()).toEqual(['connect']);
});

async function noticed(page: TestPage, code: NoticeCode): Promise<void> {
  await rest();
  expect(page.entries().slice(-3)).toMatchObject([
    { type: 'notice', code },
    { type: 'callback', by: 's', ok: true, number: '+49301234' },
    { type: 'end', by: 'server', why: 'notice' },
  ]);
}

test('T-154, T-150, T-151: with no agent logged in the start becomes a callback', async () => {
  const page = await node.page('w', 'p');
  expect(await page.start(details)).toMatchObject({ t: 'ok' });
  await noticed(page, 'NoStaffedAgents');
  expect(page.positions()).toEqual([]);
  expect(await node.hub.callbacks('main')).toMatchObject([{ number: '+49301234', by: 's' }]);
  expect(world.callbacks).toHaveLength(1);
});

test('T-155: when too many wait, the next becomes a callback', async () => {
  world.set({ queueLimit: 2 });
  await node.agent('Anna');
  await waiting(2);
  const page = await node.page('w', 'p');
  await page.start(details);
  await noticed(page, 'QueueIsTooBig');
});

test('T-156: who waits too long becomes a callback', async () => {
  world.set({ queueTimeoutMs: 5_000 });
  await node.agent('Anna');
  const [chat] = await waiting(1);
  await world.pass(4_999);
  expect(chat?.page.heard()).toEqual([]);
  await world.pass(1);
  if (chat !== undefined) await noticed(chat.page, 'TimedOutInQueue');
});

test.each(['ErrorInGetAgentDetails', 'ErrorAgentDetails'] as const)(
  'T-152, T-153: an accepting agent whose details fail ends the chat with %s',
  async (code) => {
    const failing = world.node('n3', {
      agentDetails: () =>
        code === 'ErrorAgentDetails' ? Promise.resolve(undefined) : Promise.reject(new Error('directory')),
    });
    const agent = await failing.agent('Anna');
    const [chat] = await waiting(1);
    expect(await agent.accept()).toMatchObject({ t: 'no', code: 'WrongState' });
    if (chat !== undefined) await noticed(chat.page, code);
    world.set({ agentFault: code });
    const bert = await node.agent('Bert');
    const [next] = await waiting(1);
    await bert.accept(next?.sid);
    if (next !== undefined) await noticed(next.page, code);
  },
);

test('T-157: what the desk can’t do for a fault of its own becomes a callback', async () => {
  await node.agent('Anna');
  let calls = 0;
  world.set({
    route: () => {
      calls += 1;
      if (calls === 1) throw new Error('broken route');
      return { priority: 0 };
    },
  });
  const page = await node.page('w', 'p');
  expect(await page.start(details)).toMatchObject({ t: 'ok' });
  await noticed(page, 'InternalServerError');
  expect(world.problems).toHaveLength(1);
  world.set({ notification: 'InternalServerError' });
  const other = await node.page('w2', 'p');
  await other.start(details);
  await noticed(other, 'InternalServerError');
});

test.each([
  ['asked', false, []],
  ['asked', true, ['12345']],
  ['always', false, ['12345']],
  ['never', true, []],
] as const)(
  'P-12, T-46: with callbacks %s and enable_autocb %s: %j',
  async (autoCallback, asked, numbers) => {
    world.set({ autoCallback });
    const page = await node.page('w', 'p');
    await page.start({ eMobileNo: '12345', enable_autocb: asked });
    await rest();
    expect((await node.hub.callbacks('main')).map(({ number }) => number)).toEqual(numbers);
    expect(page.heard().filter((word) => word !== 'callback')).toEqual(['notice', 'end']);
  },
);

test('the queue and its deadline survive a restart', async () => {
  await node.agent('Anna');
  const [first, second] = await waiting(2);
  await node.kill();
  await world.pass(1_000);
  const next = world.node('n2');
  const back = await next.page('w1', 'p', second?.page.since());
  expect(back.positions()).toEqual([2]);
  const agent = await next.agent('Anna');
  expect(agent.desk()?.waiting.map(({ sid, position }) => ({ sid, position }))).toEqual([
    { sid: first?.sid, position: 1 },
    { sid: second?.sid, position: 2 },
  ]);
  await agent.accept();
  await rest();
  expect(back.positions()).toEqual([2, 1]);
  await world.pass(599_000);
  expect(back.heard()).toEqual(['notice', 'callback', 'end']);
});
