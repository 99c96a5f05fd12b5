import type { Entry } from '@offhook/livechat';
import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';
import { callOf, foldOfTests } from './testing/testMedia.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected(at: TestNode = node) {
  const agent = await node.agent('Anna', undefined, 'desk-1');
  const page = await at.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await rest();
  return { agent, page, sid };
}

const ask = {
  t: 'media',
  id: 'x1',
  media: 'call0001',
  step: 'ask',
  kind: 'av',
  wants: { video: true },
} as const;
const steps = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => (entry.type === 'media' ? [`${entry.by}@${entry.seat}:${entry.step}`] : []));

test('a step is an entry of the log, with the page that it was done on, for both sides and each node', async () => {
  const { agent, page, sid } = await connected(world.node('n2'));
  expect(await page.ask(ask)).toMatchObject({ t: 'ok', sid, seq: 3, time: expect.any(String) });
  const take = { t: 'media', sid, id: 'y1', media: 'call0001', step: 'take' } as const;
  expect(await agent.ask(take)).toMatchObject({ t: 'ok', sid, seq: 4 });
  await rest();
  for (const each of [page.entries(sid), agent.entries(sid)])
    expect(each.slice(-2)).toMatchObject([
      {
        type: 'media',
        media: 'call0001',
        by: 'c',
        seat: 'p',
        step: 'ask',
        kind: 'av',
        wants: { video: true },
      },
      { type: 'media', by: 'a', seat: 'desk-1', agent: { id: 'anna', name: 'Anna' }, step: 'take' },
    ]);
});

test('a step that is asked again with its id is the same one, also after the chat’s end', async () => {
  const { agent, page, sid } = await connected();
  const first = await page.ask({ ...ask, sid });
  expect(await page.ask({ ...ask, sid })).toMatchObject({ t: 'ok', seq: first.seq, time: first.time });
  const take = { t: 'media', sid, id: 'y1', media: 'call0001', step: 'take' } as const;
  const taken = await agent.ask(take);
  expect(await agent.ask(take)).toMatchObject({ t: 'ok', seq: taken.seq, time: taken.time });
  await agent.ask({ t: 'end', sid });
  await rest();
  expect(await page.ask({ ...ask, sid })).toMatchObject({ t: 'ok', seq: first.seq });
  expect(await page.ask({ ...ask, sid, id: 'x2' })).toMatchObject({ code: 'NoSuchChat' });
  expect(await agent.ask({ ...take, id: 'y2' })).toMatchObject({ code: 'NoSuchChat' });
  expect(steps(page.entries(sid))).toEqual(['c@p:ask', 'a@desk-1:take']);
});

test('P-17, P-20: without an agent in the chat a customer can ask for nothing and take nothing', async () => {
  const agent = await node.agent('Anna', undefined, 'desk-1');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start();
  for (const kind of ['av', 'cobr'] as const)
    expect(await page.ask({ ...ask, kind })).toMatchObject({ t: 'no', code: 'NotConnected' });
  expect(await page.ask({ t: 'media', id: 'x2', media: 'call0001', step: 'take' })).toMatchObject({
    code: 'NotConnected',
  });
  await agent.accept(sid);
  expect(await page.ask(ask)).toMatchObject({ t: 'ok', sid });
  await agent.ask({ t: 'leave', sid });
  expect(await page.ask({ ...ask, id: 'x3' })).toMatchObject({ code: 'NotConnected' });
  const end = { t: 'media', id: 'x4', media: 'call0001', step: 'end', why: 'hung-up' } as const;
  expect(await page.ask(end)).toMatchObject({ t: 'ok', sid });
});

test('P-17: an unknown chat, one that isn’t open, and a page with several are told apart', async () => {
  const { page, sid } = await connected();
  expect(await page.ask({ ...ask, sid: 'other' })).toMatchObject({ code: 'NoSuchChat' });
  const closed = await node.page('w', 'q');
  expect(await closed.ask({ ...ask, sid })).toMatchObject({ code: 'UnOpenedSessionNotAllowed' });
  const stranger = await node.page('w2', 'p');
  expect(await stranger.ask({ ...ask, sid })).toMatchObject({ code: 'NoSuchChat' });
  expect(await page.ask({ ...ask, id: ':own' })).toMatchObject({
    code: 'BadRequest',
    text: expect.stringMatching(/^id/),
  });
});

test.each(['customer', 'agent'] as const)('T-84: an end by the %s is told to the other side', async (who) => {
  const { agent, page, sid } = await connected(world.node('n2'));
  const media = await callOf({ page, agent, sid });
  const end = { t: 'media', sid, id: 'e1', media, step: 'end', why: 'hung-up' } as const;
  expect(await (who === 'customer' ? page : agent).ask(end)).toMatchObject({ t: 'ok' });
  await rest();
  for (const entries of [page.entries(sid), agent.entries(sid)]) {
    expect(entries.at(-1)).toMatchObject({ type: 'media', media, step: 'end', why: 'hung-up' });
    expect(foldOfTests(entries).av).toMatchObject({ state: 'ended', endedBy: who === 'agent' ? 'a' : 'c' });
  }
});

test('an agent does a step only in a chat of its own, and on a page that said what it is called', async () => {
  const { agent, sid } = await connected();
  const take = { t: 'media', sid, id: 'y1', media: 'call0001', step: 'take' } as const;
  const bert = await node.agent('Bert', undefined, 'desk-2');
  expect(await bert.ask(take)).toMatchObject({ code: 'NoSuchChat' });
  const nameless = await node.agent('Anna');
  expect(await nameless.ask(take)).toMatchObject({
    code: 'BadRequest',
    text: expect.stringMatching(/^seat/),
  });
  await agent.ask({ t: 'leave', sid });
  await rest();
  expect(await agent.ask(take)).toMatchObject({ code: 'NoSuchChat' });
});

test('steps count with what else is sent to the chat', async () => {
  const { agent, page, sid } = await connected();
  world.set({ rates: { perChat: { perSecond: 1, burst: 2 }, perWebSession: { perSecond: 40, burst: 50 } } });
  await world.pass(10_000);
  await page.send('hello');
  expect(await page.ask(ask)).toMatchObject({ t: 'ok' });
  expect(await page.ask({ ...ask, id: 'x2' })).toMatchObject({ code: 'TooMany', retryAfterMs: 1_000 });
  const join = { t: 'media', sid, media: 'call0001', step: 'join' } as const;
  const codes = [];
  for (const id of ['y1', 'y2', 'y3']) codes.push((await agent.ask({ ...join, id })).code);
  expect(codes.filter((code) => code === 'TooMany').length).toBeGreaterThan(0);
});

test('a node that dies, and one that comes in its place, lose no step', async () => {
  const second = world.node('n2');
  const { agent, page, sid } = await connected(second);
  const media = await callOf({ page, agent, sid });
  await rest();
  const since = page.since();
  await second.kill();
  // Lost on the way to the customer: it comes with what was missed.
  await agent.ask({ t: 'media', sid, id: 'j1', media, step: 'join' });
  const third = world.node('n3');
  const back = await third.page('w', 'p2', since);
  expect(steps(back.entries(sid))).toEqual(['a@desk-1:join']);
  await back.ask({ t: 'media', sid, id: 'j2', media, step: 'join' });
  await rest();
  const reader = await third.page('w', 'reader');
  await reader.ask({ t: 'open' });
  for (const entries of [reader.entries(sid), agent.entries(sid)]) {
    expect(steps(entries)).toEqual(['c@p:ask', 'a@desk-1:take', 'a@desk-1:join', 'c@p2:join']);
    expect(foldOfTests(entries).av).toMatchObject({ state: 'on', c: 'p2', a: 'desk-1' });
  }
});

test('T-76: pages and agents are told the ICE servers, and none where there are none', async () => {
  const ice = [{ urls: 'stun:stun.example.com' }];
  const other = world.node('n2', { ice: () => ice });
  const [page, agent] = [await other.page('w', 'p'), await other.agent('Anna')];
  expect(await page.ask({ t: 'ice' })).toMatchObject({ t: 'ok', ice });
  expect(await agent.ask({ t: 'ice' })).toMatchObject({ t: 'ok', ice });
  expect((await (await node.page('w2', 'p')).ask({ t: 'ice' })).ice).toEqual([]);
  world.set({ rates: { perChat: { perSecond: 1, burst: 2 }, perWebSession: { perSecond: 1, burst: 2 } } });
  const many = await other.page('w3', 'p');
  const codes = [];
  for (let time = 0; time < 3; time += 1) codes.push((await many.ask({ t: 'ice' })).code);
  expect(codes).toEqual([undefined, undefined, 'TooMany']);
});
