import type { Page } from '@playwright/test';
import { openHostSite } from '../support/livechat/hostSite.js';
import type { AgentClient } from '../support/livechat-chaos/agentClient.js';
import { busyHtml, type BusyPage, type Said } from '../support/livechat-chaos/busyHtml.js';
import { readLog, type LogLine } from '../support/livechat-chaos/readLog.js';
import { redisProgram } from '../support/livechat-chaos/redisServer.js';
import { openWorld, type World } from '../support/livechat-chaos/world.js';
import { seeded } from '../support/random.js';
import { expect, test } from '../support/test.js';

const total = Number(process.env['OFFHOOK_CHAT_MESSAGES'] || 300);
const seed = Number(process.env['OFFHOOK_SEED'] || Math.floor(Math.random() * 2 ** 31));
const [kills, reloads, breaks] = total < 1_000 ? [3, 2, 3] : [10, 5, 10];
const site = 'chaos';

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const busy = (page: Page): Promise<BusyPage> => page.evaluate(() => Reflect.get(window, 'busy') as BusyPage);

const said = (lines: readonly LogLine[]): readonly Said[] =>
  lines.flatMap(({ seq, id, entry }) =>
    entry.type === 'msg' ? [[seq, id, entry.by, entry.msg] as const] : [],
  );

/** Sends so many messages, a few at a time. Gives where each was acknowledged to stand. */
async function talk(agent: AgentClient, sid: string): Promise<ReadonlyMap<string, number>> {
  const acknowledged = new Map<string, number>();
  const open = new Set<Promise<void>>();
  for (let index = 0; index < total; index += 1) {
    while (open.size >= 6) await Promise.race(open);
    const id = `a${index}`;
    const one = agent
      .ask({ t: 'send', sid, id, msg: `Agent ${index}` })
      .then(({ seq = 0 }) => void acknowledged.set(id, seq))
      .finally(() => open.delete(one));
    open.add(one);
    await pause(2);
  }
  await Promise.all(open);
  return acknowledged;
}

interface Chaos {
  readonly world: World;
  readonly page: Page;
  readonly random: () => number;
  readonly overSocket: boolean;
}

/** Two talk with each other while nodes are killed and the page is reloaded; then all that they know is compared. */
async function chat({ world, page, random, overSocket }: Chaos): Promise<void> {
  const { nodes, keptAt, proxy } = world;
  let navigations = 0;
  const agent = await world.agent(site, 'Ann');
  const host = await openHostSite();
  await page.goto(host.put('/', busyHtml(world.path, site, total, overSocket)));
  await expect.poll(() => agent.waiting.length, { timeout: 20_000 }).toBe(1);
  const { sid = '' } = await agent.ask({ t: 'accept' });
  const talking = talk(agent, sid);

  // What is to go wrong, each at a share of all that is to be said.
  const often = <T extends string>(does: T, times: number): readonly { at: number; does: T }[] =>
    Array.from({ length: times }, (_, index) => ({ at: (index + random()) / times, does }));
  const plan = [...often('kill', kills), ...often('reload', reloads), ...often('break', breaks)].sort(
    (a, b) => a.at - b.at,
  );
  const heard = (): number => agent.entries(sid).length;
  let killed = 0;
  const down: number[] = [];
  for (const { at, does } of plan) {
    const begins = Math.min(at, 0.95) * total * 2;
    while (heard() < begins) await pause(5);
    if (does === 'reload') {
      navigations += 1;
      await page.reload();
      continue;
    }
    if (does === 'break') {
      proxy.breakAll();
      continue;
    }
    const node = nodes[killed % nodes.length];
    killed += 1;
    const from = performance.now();
    await node?.kill();
    const before = heard();
    // A reload now and then finds nobody.
    if (random() < 0.2) {
      navigations += 1;
      await page.reload();
    }
    await pause(random() * 1_200);
    await node?.start();
    // The next blow comes only when this one has been got over.
    while (heard() === before && heard() < total * 2) await pause(5);
    down.push(performance.now() - from);
  }
  const agentSent = await talking;
  await expect
    .poll(async () => (await busy(page)).acknowledged.length, { timeout: 120_000, intervals: [500] })
    .toBe(total);
  const log = await readLog(keptAt, site, sid);
  const kept = said(log);
  await expect.poll(async () => (await busy(page)).said.length, { timeout: 30_000 }).toBe(kept.length);
  await expect.poll(heard, { timeout: 30_000 }).toBe(log.length);

  const customer = await busy(page);
  const ids = new Map(kept.map(([seq, id]) => [id, seq]));
  const acknowledged = [...customer.acknowledged, ...agentSent];
  const lost = acknowledged.filter(([id, seq]) => ids.get(id) !== seq);
  console.log(
    `${kept.length} messages, ${killed} kills, ${navigations} reloads, the line broken ${breaks} times, ${agent.resumes} resumes of the agent, ` +
      `${customer.resumes} of the page (sockets alone); ${customer.again} sent again after a reload; ` +
      `longest outage ${Math.round(Math.max(...down))} ms, longest silence at the page ${Math.round(customer.longestMs)} ms; ` +
      `lost ${lost.length}, doubled ${kept.length - ids.size}`,
  );
  expect(customer.problems).toEqual([]);
  expect(agent.problems).toEqual([]);
  expect(lost).toEqual([]);
  expect(acknowledged).toHaveLength(total * 2);
  expect(new Set(acknowledged.map(([id]) => id)).size).toBe(total * 2);
  expect(kept).toHaveLength(total * 2);
  expect(ids.size).toBe(total * 2);
  // One order for all, and in it that of each sender.
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(customer.said).toEqual(kept);
  expect(agent.entries(sid).map(({ seq, id }) => [seq, id])).toEqual(log.map(({ seq, id }) => [seq, id]));
  const inOrder = (by: 'c' | 'a'): readonly string[] =>
    Array.from({ length: total }, (_, index) => `${by}${index}`);
  for (const by of ['c', 'a'] as const) {
    expect(kept.flatMap(([, id, from]) => (from === by ? [id] : []))).toEqual(inOrder(by));
  }
  await host.close();
}

const where = [
  { name: 'a node on SQLite that is killed', program: undefined, overSocket: true },
  { name: 'a node on SQLite that is killed, and no WebSocket', program: undefined, overSocket: false },
  ...(redisProgram === undefined
    ? []
    : [{ name: 'two nodes on Redis that are killed in turn', program: redisProgram, overSocket: true }]),
];

for (const { name, program, overSocket } of where) {
  test(`P-7: with ${name}, each message comes once, to all in one order, and none that was acknowledged is lost`, async ({
    page,
  }) => {
    test.setTimeout(180_000 + total * 200);
    console.log(`seed ${seed}, ${total} messages a side`);
    const world = await openWorld({
      random: seeded(seed + 1),
      ...(program === undefined ? {} : { redis: program }),
    });
    try {
      await chat({ world, page, random: seeded(seed), overSocket });
    } finally {
      await world.close();
    }
  });
}
