import { startRedis, type RedisServer } from '../../testing/redisServer.js';
import { redisStore } from '../log/testing/redisStore.js';
import { type LogStore } from '../log/testing/sessionLogContract.js';
import { until } from '../log/testing/until.js';
import { hubWorld, type HubWorld } from './testing/hubWorld.js';
import { callOf, foldOfTests } from './testing/testMedia.js';

let redis: RedisServer;
let store: LogStore;
let world: HubWorld;
beforeAll(async () => {
  redis = await startRedis();
});
beforeEach(async () => {
  store = await redisStore(redis.url);
  world = hubWorld();
});
afterEach(async () => {
  await world.close();
  await store.close();
});
afterAll(() => redis.close());

jest.setTimeout(30_000);

/** Two nodes, as two machines would be: a customer at one, an agent at the other. */
async function inCall() {
  const logs = [store.open(), store.open()] as const;
  for (const log of logs) await until(async () => (await log.ready()) === undefined);
  const [node, other] = [world.node('n1', { log: logs[0] }), world.node('n2', { log: logs[1] })];
  const agent = await node.agent('Anna', undefined, 'desk');
  const page = await other.page('w', 'p');
  const { sid = '' } = await page.start();
  await agent.accept(sid);
  await until(() => page.heard(sid).includes('connect'));
  const media = await callOf({ page, agent, sid });
  for (const side of [page, agent]) await until(() => foldOfTests(side.entries(sid)).av?.state === 'on');
  return { agent, page, sid, media, other };
}

test('over Redis signals keep the order of their sender, the long ones too', async () => {
  const { agent, page, sid, media } = await inCall();
  const data = (index: number) => ({ index, text: 'é'.repeat(index % 10 === 0 ? 100_000 : 10) });
  await page.say({ t: 'signal', media, sid, to: 'desk', data: data(0) });
  await agent.say({ t: 'signal', media, sid, to: 'p', data: data(0) });
  for (let index = 1; index <= 40; index += 1) {
    void page.say({ t: 'signal', media, data: data(index) });
    void agent.say({ t: 'signal', media, data: data(index) });
  }
  const all = Array.from({ length: 41 }, (_, index) => data(index));
  for (const side of [page, agent]) {
    await until(() => side.signals().length >= all.length);
    expect(side.signals().map((frame) => frame.data)).toEqual(all);
  }
});

test('a page that goes on at a new seat is reached as soon as its step is told', async () => {
  const { agent, page, sid, media, other } = await inCall();
  page.gone();
  const back = await other.page('w', 'p2', page.since());
  expect(await back.ask({ t: 'media', sid, id: 'j1', media, step: 'join' })).toMatchObject({ t: 'ok' });
  await until(() => foldOfTests(agent.entries(sid)).av?.c === 'p2');
  expect(await agent.ask({ t: 'signal', media, sid, to: 'p2', data: { k: 'here' } })).toMatchObject({
    t: 'ok',
  });
  await until(() => back.signals().length > 0);
  expect(back.signals()).toMatchObject([{ from: 'desk', data: { k: 'here' } }]);
});
