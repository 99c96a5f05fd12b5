import { randomUUID } from 'node:crypto';
import { eventLogContract } from '../testing/eventLogContract.js';
import { has, record } from '../testing/recorder.js';
import { startRedis, type RedisServer } from '../testing/redisServer.js';
import { type EventLog } from './eventLog.js';
import { redisEvents, type RedisEventsOptions } from './redisEvents.js';

let redis: RedisServer;
const logs: EventLog[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const log of logs.splice(0)) await log.close();
});
afterAll(() => redis.close());

/** One node's log. Nodes with the same prefix share it. */
function node(prefix: string, options: Partial<RedisEventsOptions> = {}): EventLog {
  const log = redisEvents({ url: redis.url, prefix, ...options });
  logs.push(log);
  return log;
}

const newPrefix = (): string => `${randomUUID()}:`;

const call = async (log: EventLog, number: number, channel = 'a', key?: string) =>
  log.append(
    channel,
    { type: 'call', data: String(number) },
    key === undefined ? undefined : { key, answer: `answer ${number}`, page: `page ${number}` },
  );

eventLogContract('redisEvents', () => redisEvents({ url: redis.url, prefix: newPrefix() }));

test('two nodes are one log: every event reaches the browsers of both, in one order', async () => {
  const prefix = newPrefix();
  const nodes = [node(prefix), node(prefix)];
  const browsers = await Promise.all([...nodes, ...nodes].map((log) => record(log, 'a')));
  await Promise.all(Array.from({ length: 200 }, (_, index) => call(nodes[index % 2]!, index)));
  for (const browser of browsers) {
    await browser.until((events) => events.length === 201);
    expect(browser.numbers()).toEqual(browsers[0]!.numbers());
    expect(new Set(browser.numbers()).size).toBe(200);
  }
});

test('of two nodes that append the same key at once, one writes, and both give its answer', async () => {
  const prefix = newPrefix();
  const [one, other] = [node(prefix), node(prefix)];
  const browser = await record(one, 'a');
  const came = await Promise.all([call(one, 1, 'a', 'k'), call(other, 2, 'a', 'k')]);
  await call(one, 3);
  await browser.until(has(3));
  expect(came.filter(({ first }) => first)).toHaveLength(1);
  expect(came[0].answer).toBe(came[1].answer);
  expect(browser.numbers()).toHaveLength(2);
  expect(await other.find('a', 'k')).toBe(came[0].answer.replace('answer', 'page'));
});

test('a browser resumes at another node', async () => {
  const prefix = newPrefix();
  const [one, other] = [node(prefix), node(prefix)];
  const browser = await record(one, 'a');
  for (const number of [1, 2, 3]) await call(one, number);
  await browser.until(has(2));
  browser.stop();
  const again = await record(other, 'a', browser.events.find(({ data }) => data === '2')!.id);
  await call(one, 4);
  await again.until(has(4));
  expect(again.numbers()).toEqual([3, 4]);
});

test('a hello comes after all that was accepted before, on whichever node', async () => {
  const prefix = newPrefix();
  const [one, other] = [node(prefix), node(prefix)];
  const early = await record(other, 'a');
  for (let number = 1; number <= 20; number += 1) {
    await call(one, number);
    const browser = await record(other, 'a');
    await call(one, 100 + number);
    await browser.until(has(100 + number));
    expect(browser.numbers()).toEqual([100 + number]);
    browser.stop();
  }
  await early.until(has(120));
  expect(early.numbers()).toHaveLength(40);
});

test('one connection reads all channels, however many', async () => {
  const log = node(newPrefix());
  const browsers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => record(log, `channel ${index}`)),
  );
  await Promise.all(browsers.map((_, index) => call(log, index, `channel ${index}`)));
  await Promise.all(browsers.map((browser, index) => browser.until(has(index))));
  const clients = String(await redis.client.client('LIST')).split('\n');
  expect(clients.filter((line) => /name=offhook-reader\b/.test(line))).toHaveLength(1);
});

test('keeps about so many events; who asks for older ones is told of a gap', async () => {
  const prefix = newPrefix();
  const log = node(prefix, { mostEvents: 100 });
  const first = await record(log, 'a');
  for (let number = 1; number <= 500; number += 1) await call(log, number);
  await first.until(has(500));
  first.stop();
  const kept = await redis.client.xlen(`${prefix}events:a`);
  expect(kept).toBeLessThan(300);
  const after = async (number: number) => {
    const one = await record(log, 'a', first.events[number]!.id);
    await one.until(has(500));
    one.stop();
    return one;
  };
  const lost = await after(500 - kept - 1);
  expect(lost.events[0]).toMatchObject({ type: 'gap', id: first.events[500 - kept]!.id });
  expect(lost.numbers()).toHaveLength(kept);
  // The last one that is gone is no loss to whoever has seen it.
  const whole = await after(500 - kept);
  expect(whole.events[0]!.type).toBe('call');
  expect(whole.numbers()).toHaveLength(kept);
});

test('keys and channels expire', async () => {
  const prefix = newPrefix();
  const log = node(prefix);
  await call(log, 1, 'a', 'k');
  const ms = async (key: string) => redis.client.pttl(`${prefix}${key}`);
  expect(await ms('once:1:a:k')).toBeGreaterThan(590_000);
  expect(await ms('once:1:a:k')).toBeLessThanOrEqual(600_000);
  expect(await ms('events:a')).toBeGreaterThan(86_000_000);
});

test('when the connections break, nothing is lost and nothing comes twice', async () => {
  const prefix = newPrefix();
  const [one, other] = [node(prefix), node(prefix)];
  const browsers = [await record(one, 'a'), await record(other, 'a')];
  for (let number = 1; number <= 60; number += 1) {
    if (number % 15 === 0) await redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await call(number % 2 === 0 ? one : other, number, 'a', `k${number}`);
  }
  for (const browser of browsers) {
    await browser.until(has(60));
    expect(browser.events[0]!.type).toBe('hello');
    expect(browser.numbers()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  }
});

test('while Redis is away it refuses and is not ready; browsers stay, and are told of what was lost', async () => {
  const failures: string[] = [];
  const log = node(newPrefix(), { waitMs: 50, onFailure: (reason) => failures.push(reason) });
  const browser = await record(log, 'a');
  await call(log, 1);
  await browser.until(has(1));
  await redis.kill();
  await expect(call(log, 2, 'a', 'k')).rejects.toMatchObject({ name: 'EventLogError', code: 'unavailable' });
  await expect(log.follow('b', undefined, () => undefined)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(log.answerOf('a', 'k')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await log.ready()).toBe(false);
  await redis.start();
  // It has forgotten all: that is a gap.
  await browser.until((events) => events.some(({ type }) => type === 'gap'));
  expect(await log.answerOf('a', 'k')).toBeUndefined();
  await call(log, 3);
  await browser.until(has(3));
  expect(browser.events.map(({ type }) => type)).toEqual(['hello', 'call', 'gap', 'call']);
  expect(failures.length).toBeGreaterThan(0);
  expect(failures.every((reason) => /^[A-Za-z_]+$/.test(reason))).toBe(true);
  expect(await log.ready()).toBe(true);
});

test('a foreign entry in the stream is passed over, and a hole in it is a gap', async () => {
  const prefix = newPrefix();
  const log = node(prefix);
  const browser = await record(log, 'a');
  await call(log, 1);
  await redis.client.xadd(`${prefix}events:a`, '*', 'foreign', 'thing');
  await call(log, 2);
  await browser.until(has(2));
  expect(browser.numbers()).toEqual([1, 2]);
  expect(browser.events.map(({ type }) => type)).toEqual(['hello', 'call', 'gap', 'call']);
});

test('tells how late an event arrived', async () => {
  const arrived: number[] = [];
  const log = node(newPrefix(), { onArrival: (_, lagMs) => arrived.push(lagMs) });
  const browser = await record(log, 'a');
  await call(log, 1);
  await browser.until(has(1));
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toBeGreaterThanOrEqual(0);
  expect(arrived[0]).toBeLessThan(5_000);
});

test('no password is in what it throws or tells', async () => {
  await redis.client.config('SET', 'requirepass', 'right');
  try {
    const told: string[] = [];
    const url = redis.url.replace('redis://', 'redis://:secret-word@');
    const log = redisEvents({ url, waitMs: 200, onFailure: (reason) => told.push(reason) });
    logs.push(log);
    const error: unknown = await call(log, 1).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unavailable', advice: expect.stringContaining('Redis') });
    expect(told).toContain('WRONGPASS');
    expect(JSON.stringify([error, told, Object.entries(error as object)])).not.toContain('secret-word');
    expect(String((error as Error).stack)).not.toContain('secret-word');
  } finally {
    await redis.client.auth('right');
    await redis.client.config('SET', 'requirepass', '');
  }
});
