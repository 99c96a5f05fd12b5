import { frameText } from './frameText.js';
import { hubWorld, rest, site, type HubWorld, type TestNode } from './testing/hubWorld.js';
import { callOf } from './testing/testMedia.js';

let world: HubWorld;
let node: TestNode;
let other: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
  other = world.node('n2');
});
afterEach(() => world.close());

/** A call between a customer at `at` and an agent at the first node. */
async function inCall(at: TestNode = node, web = 'w', who = 'Anna') {
  const agent = await node.agent(who, undefined, `desk-${who}`);
  const page = await at.page(web, 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await rest();
  const media = await callOf({ page, agent, sid });
  await rest();
  return { agent, page, sid, media };
}

const beat = (index = 0) => ({ k: 'beat', index });
const indexes = (frames: readonly { readonly data: unknown }[]) =>
  frames.map(({ data }) => (data as { readonly index?: number }).index);

test.each([
  ['one node', false],
  ['two nodes', true],
])('a signal goes to the seat that it is for, and to no other page: %s', async (_, apart) => {
  const { agent, page, sid, media } = await inCall(apart ? other : node);
  const second = await node.page('w', 'p2');
  await second.ask({ t: 'open' });
  const twin = await other.agent('Anna', undefined, 'desk-other');
  const bert = await node.agent('Bert', undefined, 'desk-Bert');
  await agent.ask({ t: 'invite', sid, to: 'Bert' });
  await rest();
  const offer = { k: 'desc', type: 'offer', sdp: 'v=0' };
  expect(await page.ask({ t: 'signal', media, sid, to: 'desk-Anna', data: offer })).toMatchObject({
    t: 'ok',
  });
  await agent.say({ t: 'signal', media, sid, to: 'p', data: beat() });
  await rest();
  expect(agent.signals()).toEqual([{ t: 'signal', sid, media, from: 'p', data: offer }]);
  expect(page.signals()).toEqual([{ t: 'signal', sid, media, from: 'desk-Anna', data: beat() }]);
  for (const each of [second, twin, bert]) expect(each.signals()).toEqual([]);
});

test('it carries the chat’s own id to the customer, and nothing of it is in the log', async () => {
  const agent = await node.agent('Anna', undefined, 'desk');
  const page = await other.page('w', 'p');
  const { sid = '' } = await page.start({}, 'cards');
  await agent.accept(sid);
  await rest();
  const before = await node.log.end(`chat:${site}:${sid}`);
  await agent.say({ t: 'signal', media: 'm', sid, to: 'p', data: { k: 'here' } });
  await rest();
  expect(page.signals()).toEqual([
    { t: 'signal', sid, clientId: 'cards', media: 'm', from: 'desk', data: { k: 'here' } },
  ]);
  expect(await node.log.end(`chat:${site}:${sid}`)).toBe(before);
  expect(
    [...world.store.streams.values()]
      .flatMap(({ records }) => records)
      .map(({ data }) => data)
      .join(),
  ).not.toContain('here');
});

test('where it goes is said once a connection; another connection has to say it anew', async () => {
  const { agent, page, sid, media } = await inCall(other);
  expect(await page.ask({ t: 'signal', media, data: beat(0) })).toMatchObject({ code: 'NoSuchChat' });
  await page.say({ t: 'signal', media, to: 'desk-Anna', data: beat(1) });
  await page.say({ t: 'signal', media, data: beat(2) });
  await page.say({ t: 'signal', media: 'another', data: beat(3) });
  await rest();
  expect(indexes(agent.signals())).toEqual([1, 2]);
  const back = await other.page('w', 'p', page.since());
  expect(await back.ask({ t: 'signal', media, data: beat(4) })).toMatchObject({ code: 'NoSuchChat' });
  await back.say({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(5) });
  await rest();
  expect(indexes(agent.signals())).toEqual([1, 2, 5]);
  await back.ask({ t: 'close', sid });
  await back.ask({ t: 'open' });
  expect(await back.ask({ t: 'signal', media, data: beat(6) })).toMatchObject({ code: 'NoSuchChat' });
});

test('opening the chat once more does not take it back', async () => {
  const { agent, page, sid, media } = await inCall();
  await page.say({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(1) });
  await page.ask({ t: 'open' });
  await page.say({ t: 'signal', media, data: beat(2) });
  await rest();
  expect(indexes(agent.signals())).toEqual([1, 2]);
});

test('a seat that is gone is told to who asks, and what is known of it holds for when it is back', async () => {
  const { agent, page, sid, media } = await inCall(other);
  const signal = { t: 'signal', media, sid, to: 'p', data: beat(1) } as const;
  expect(await agent.ask({ ...signal, to: 'nowhere' })).toMatchObject({ code: 'NoSuchChat' });
  expect(await agent.ask(signal)).toMatchObject({ t: 'ok' });
  const since = page.since();
  page.gone();
  await rest();
  expect(await agent.ask(signal)).toMatchObject({ code: 'NoSuchChat' });
  const back = await node.page('w', 'p', since);
  await agent.say({ t: 'signal', media, data: beat(2) });
  await rest();
  expect(indexes(back.signals())).toEqual([2]);
  agent.gone();
  await rest();
  expect(await back.ask({ ...signal, to: 'desk-Anna' })).toMatchObject({ code: 'NoSuchChat' });
});

test('of an agent’s page that came anew the newer connection gets it', async () => {
  const { page, sid, media } = await inCall();
  const again = await node.agent('Anna', undefined, 'desk-Anna');
  await page.say({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(1) });
  await rest();
  expect(indexes(again.signals())).toEqual([1]);
});

test('the order of one sender’s signals is kept, between nodes and while they are taken by turns', async () => {
  const { agent, page, sid, media } = await inCall(other);
  await page.say({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(0) });
  await agent.say({ t: 'signal', media, sid, to: 'p', data: beat(0) });
  for (let index = 1; index <= 200; index += 1) {
    void page.say({ t: 'signal', media, data: beat(index) });
    void agent.say({ t: 'signal', media, data: beat(index) });
    if (index % 50 === 0) await rest();
  }
  await rest();
  const all = Array.from({ length: 201 }, (_, index) => index);
  expect(indexes(agent.signals())).toEqual(all);
  expect(indexes(page.signals())).toEqual(all);
});

test('P-1: an outsider, another chat’s people, and an agent who left get nothing and send nothing', async () => {
  const { agent, page, sid, media } = await inCall(other);
  const foreign = await inCall(node, 'w2', 'Bert');
  const outsider = await node.page('w3', 'p');
  const unopened = await node.page('w', 'q');
  const toAgent = { t: 'signal', media, sid, to: 'desk-Anna', data: beat() } as const;
  for (const each of [foreign.page, outsider, unopened])
    expect(await each.ask(toAgent)).toMatchObject({ code: 'NoSuchChat' });
  const toPage = { ...toAgent, to: 'p' } as const;
  expect(await foreign.agent.ask(toPage)).toMatchObject({ code: 'NoSuchChat' });
  // Out of their own chats into this one.
  expect(await foreign.page.ask({ ...toAgent, sid: foreign.sid })).toMatchObject({ code: 'NoSuchChat' });
  // Only the node that has the seat can see that it isn't of this chat.
  await page.say({ ...toAgent, to: 'desk-Bert' });
  expect(await agent.ask({ ...toPage, to: 'q' })).toMatchObject({ code: 'NoSuchChat' });
  const nameless = await node.agent('Anna');
  expect(await nameless.ask(toPage)).toMatchObject({
    code: 'BadRequest',
    text: expect.stringMatching(/^seat/),
  });
  await agent.ask({ t: 'leave', sid });
  await rest();
  expect(await agent.ask(toPage)).toMatchObject({ code: 'NoSuchChat' });
  await page.say(toAgent);
  await rest();
  for (const each of [agent, page, foreign.agent, foreign.page, outsider, unopened, nameless])
    expect(each.signals()).toEqual([]);
});

test('P-1: a node believes no other node about who is in a chat', async () => {
  const { agent, page, sid, media } = await inCall(other);
  const bert = await node.agent('Bert', undefined, 'desk-Bert');
  const outsider = await node.page('w3', 'p3');
  const told = { t: 'signal', site, node: 'n9', sid, media, from: 'x', data: beat() };
  const tell = (more: object) => other.log.tell('hub', JSON.stringify({ ...told, ...more }));
  tell({ by: 'c', to: 'desk-Bert' });
  tell({ by: 'a', to: 'p3' });
  tell({ by: 'a', to: 'p', sid: 'none' });
  await rest();
  for (const each of [agent, page, bert, outsider]) expect(each.signals()).toEqual([]);
});

test('what is more than the rates is dropped, and told to who asks', async () => {
  const { agent, page, sid, media } = await inCall();
  const rates = { perChat: { perSecond: 20, burst: 60 }, perWebSession: { perSecond: 40, burst: 120 } };
  const frames = { perSecond: 10, burst: 3 };
  world.set({ rates: { ...rates, signals: { frames, bytes: { perSecond: 1_000, burst: 1_000 } } } });
  await page.say({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(1) });
  for (let index = 2; index <= 5; index += 1) await page.say({ t: 'signal', media, data: beat(index) });
  expect(await page.ask({ t: 'signal', media, data: beat(6) })).toMatchObject({
    code: 'TooMany',
    retryAfterMs: 100,
  });
  await rest();
  expect(indexes(agent.signals())).toEqual([1, 2, 3]);
  await world.pass(1_000);
  const large = (index: number) => ({ index, text: 'x'.repeat(900) });
  await page.say({ t: 'signal', media, data: large(7) });
  expect(await page.ask({ t: 'signal', media, data: large(8) })).toMatchObject({
    code: 'TooMany',
    retryAfterMs: expect.any(Number),
  });
  await rest();
  expect(indexes(agent.signals())).toEqual([1, 2, 3, 7]);
});

test('one of 131,072 characters passes, a longer one does not', async () => {
  const { agent, page, sid, media } = await inCall(other);
  const signal = { t: 'signal', media, sid, to: 'desk-Anna' } as const;
  const longest = 'é'.repeat(131_070);
  expect(await page.ask({ ...signal, data: longest })).toMatchObject({ t: 'ok' });
  expect(await page.ask({ ...signal, data: `${longest}x` })).toMatchObject({
    code: 'BadRequest',
    text: expect.stringMatching(/^data/),
  });
  await rest();
  expect(agent.signals()).toMatchObject([{ data: longest }]);
});

test('data that can be read but not written is its sender’s failure', async () => {
  const { agent, page, sid, media } = await inCall();
  const depth = 60_000;
  const data: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(() => frameText({ data })).toThrow(RangeError);
  expect(await page.ask({ t: 'signal', media, sid, to: 'desk-Anna', data })).toMatchObject({
    code: 'BadRequest',
  });
  expect(await page.ask({ t: 'signal', media, sid, to: 'desk-Anna', data: beat(1) })).toMatchObject({
    t: 'ok',
  });
  await rest();
  expect(indexes(agent.signals())).toEqual([1]);
  expect(world.problems).toEqual([]);
});

test('twenty-five typed characters cost less than 4 kB, all told', async () => {
  const { agent, page, sid, media } = await inCall();
  await page.say({ t: 'signal', media, sid, to: 'desk-Anna', data: { k: 'here' } });
  const sent = Array.from({ length: 26 }, (_, index) => ({
    t: 'signal' as const,
    media,
    data: { k: 'ev', s: index + 1, e: [[5, 12, 'x'.repeat(index), 0]] },
  }));
  for (const each of sent) await page.say(each);
  await rest();
  expect(agent.signals()).toHaveLength(27);
  const bytes = sent.map((each) => JSON.stringify(each).length).reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeLessThan(4_096);
});
