import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { has, record, type Recorder } from '../testing/recorder.js';
import { startRedis, type RedisServer } from '../testing/redisServer.js';
import { type LoggedEvent } from './eventLog.js';
import { redisEvents } from './redisEvents.js';

type Step =
  | { readonly do: 'append'; readonly node: number; readonly count: number }
  | { readonly do: 'leave'; readonly browser: number }
  | { readonly do: 'come'; readonly browser: number; readonly node: number }
  | { readonly do: 'break' };

const nodeCount = 2;
const browserCount = 4;
const node = fc.nat(nodeCount - 1);
const browser = fc.nat(browserCount - 1);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      node,
      count: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), browser }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come' as const), browser, node }) },
  { weight: 1, arbitrary: fc.constant({ do: 'break' as const }) },
);

let redis: RedisServer;
let run = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

async function play(steps: readonly Step[]) {
  run += 1;
  const nodes = Array.from({ length: nodeCount }, () =>
    redisEvents({ url: redis.url, prefix: `run${run}:` }),
  );
  const seen: LoggedEvent[][] = [];
  const open: (Recorder | undefined)[] = [];

  async function come(which: number, at: number): Promise<void> {
    if (open[which] !== undefined) return;
    seen[which] ??= [];
    open[which] = await record(nodes[at]!, 'a', seen[which].at(-1)?.id);
  }

  function leave(which: number): void {
    const one = open[which];
    if (one === undefined) return;
    one.stop();
    seen[which]!.push(...one.events);
    open[which] = undefined;
  }

  try {
    for (let which = 0; which < browserCount; which += 1) await come(which, which % nodeCount);
    let number = 0;
    const append = async (at: number): Promise<void> => {
      number += 1;
      const once = { key: `k${number}`, answer: '' };
      await nodes[at]!.append('a', { type: 'call', data: String(number) }, once);
    };
    for (const each of steps) {
      if (each.do === 'append') {
        await Promise.all(Array.from({ length: each.count }, () => append(each.node)));
      } else if (each.do === 'come') await come(each.browser, each.node);
      else if (each.do === 'leave') leave(each.browser);
      else await redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    }
    for (let which = 0; which < browserCount; which += 1) await come(which, 0);
    await append(0);
    await Promise.all(open.map((one) => one!.until(has(number))));
    for (let which = 0; which < browserCount; which += 1) leave(which);
    return { seen, count: number };
  } finally {
    await Promise.all(nodes.map((each) => each.close()));
  }
}

property(
  'two nodes, connections that break, browsers that go from one to the other: each event once, in one order',
  fc.array(step, { maxLength: 20 }),
  async (steps) => {
    const { seen, count } = await play(steps);
    const numbers = seen.map((events) =>
      events.filter(({ type }) => type === 'call').map(({ data }) => Number(data)),
    );
    for (const [index, events] of seen.entries()) {
      expect(events.filter(({ type }) => type !== 'call').map(({ type }) => type)).toEqual(['hello']);
      expect(numbers[index]).toEqual(numbers[0]);
    }
    expect([...numbers[0]!].sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
  },
);
