import { startRedis, type RedisServer } from '../../testing/redisServer.js';
import { openLog } from './openLog.js';
import { appendArguments } from './redisAppend.js';
import { redisLog } from './redisLog.js';
import { appendScript } from './redisScripts.js';
import { recordLog } from './testing/logRecorder.js';
import { redisStore } from './testing/redisStore.js';
import { refusalOf, sessionLogContract, write } from './testing/sessionLogContract.js';
import { until } from './testing/until.js';
import { type SessionLog } from './sessionLog.js';

let redis: RedisServer;
const open: SessionLog[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const log of open.splice(0)) await log.close();
});
afterAll(() => redis.close());

jest.setTimeout(30_000);

sessionLogContract('redisLog', () => redisStore(redis.url));

async function opened(options: Partial<Parameters<typeof redisLog>[0]> = {}): Promise<SessionLog> {
  const log = redisLog({ url: redis.url, ...options });
  open.push(log);
  await until(async () => (await log.ready()) === undefined);
  return log;
}

test('what is written while a node hears nothing is told when it is back, in order', async () => {
  const writer = await opened();
  const log = await opened({ prefix: 'offhook:chat:' });
  const seen = recordLog(log);
  for (let round = 0; round < 10; round += 1) {
    const burst = Array.from({ length: 30 }, (_, number) =>
      writer.append([write(`chat:${number % 7}`, [`r${round}-${number}`, `s${round}-${number}`])]),
    );
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await Promise.all(burst);
  }
  await seen.until(600);
  for (const stream of await log.streams('chat:')) expect(seen.of(stream)).toEqual(await log.read(stream, 0));
  expect(seen.told).toHaveLength(600);
});

test('an append whose answer is lost is answered as the first one that it is', async () => {
  const log = await opened({ prefix: 'lost:', waitMs: 5_000 });
  const answers = Array.from({ length: 50 }, (_, number) =>
    log.append([write('chat:a', [`r${number}`], {})]),
  );
  await redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  const places = (await Promise.all(answers)).flat(2);
  expect(places.every(({ first }) => first)).toBe(true);
  expect(await log.end('chat:a')).toBe(50);
});

test('an append that was done is not checked anew when it is asked again, and one that was not is', async () => {
  const args = appendArguments([
    { stream: 'chat:a', records: [], expect: 0 },
    { stream: 'chat:a', records: [{ id: 'r1', data: '1' }], final: true },
  ]);
  const run = (token: string) => appendScript.run(redis.client, ['anew:', token, ...args]);
  const first = await run('t1');
  expect(first).toEqual(['ok', '1', expect.any(String), '1']);
  expect(await run('t1')).toEqual(first);
  expect(await run('t2')).toEqual(['conflict', 'chat:a']);
});

test('what others publish is not taken for records', async () => {
  const reasons: string[] = [];
  const log = await opened({ prefix: 'odd:', onFailure: (reason) => reasons.push(reason) });
  const seen = recordLog(log);
  const heard: string[] = [];
  log.onTold((topic) => heard.push(topic));
  for (const text of ['x', '{}', '["a"]', '["0","chat:a"]', '[1]', 'null'])
    await redis.client.publish('odd:news', text);
  for (const text of ['x', '[1,2]', '["a"]', 'null']) await redis.client.publish('odd:told', text);
  await log.append([write('chat:a', ['one'])]);
  log.tell('end', '');
  await until(() => seen.told.length > 0 && heard.length > 0);
  expect([seen.told.length, heard]).toEqual([1, ['end']]);
  expect(reasons).toEqual([...Array<string>(6).fill('news'), ...Array<string>(4).fill('told')]);
});

test('it says how Redis keeps what it has taken', async () => {
  const log = await opened({ prefix: 'notes:' });
  expect(await log.notes()).toEqual([expect.stringContaining('no append-only file')]);
  await redis.client.config('SET', 'appendonly', 'yes');
  expect(await log.notes()).toEqual([expect.stringContaining('appendfsync everysec')]);
  await redis.client.config('SET', 'appendfsync', 'always');
  expect(await log.notes()).toEqual([]);
  await redis.client.config('SET', 'maxmemory', '100mb');
  await redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
  expect(await log.notes()).toEqual([expect.stringContaining('maxmemory-policy allkeys-lru')]);
  for (const [name, value] of [
    ['maxmemory', '0'],
    ['maxmemory-policy', 'noeviction'],
    ['appendonly', 'no'],
  ] as const)
    await redis.client.config('SET', name, value);
  const told: string[] = [];
  open.push(await openLog({ redisUrl: redis.url, tell: (text) => told.push(text) }));
  await until(() => told.length === 2);
  expect(told).toEqual(['Chats are kept in Redis.', expect.stringContaining('no append-only file')]);
});

test('it is not ready while Redis takes nothing', async () => {
  const log = await opened({ prefix: 'full:' });
  await redis.client.config('SET', 'maxmemory', '1');
  expect(await log.ready()).toBe('Redis takes nothing.');
  expect(await refusalOf(log.append([write('chat:a', ['one'])]))).toBe('LogError unavailable undefined');
  await redis.client.config('SET', 'maxmemory', '0');
  expect(await log.ready()).toBeUndefined();
});

test('while Redis is away all is refused in time; followers go on when it is back, though it has lost all', async () => {
  const reasons = new Set<string>();
  const log = await opened({ prefix: 'away:', waitMs: 50, onFailure: (reason) => reasons.add(reason) });
  const seen = recordLog(log);
  await log.append([write('chat:a', ['one'])]);
  await seen.until(1);
  await redis.kill();
  await until(async () => (await log.ready()) === 'Redis is away.');
  expect(await refusalOf(log.append([write('chat:a', ['two'])]))).toBe('LogError unavailable undefined');
  expect(await refusalOf(log.read('chat:a', 0))).toBe('LogError unavailable undefined');
  await redis.start();
  await until(async () => (await log.ready()) === undefined);
  await log.append([write('chat:a', ['three'])]);
  await seen.until(2);
  expect(seen.of('chat:a').map(({ id, seq }) => [id, seq])).toEqual([
    ['one', 1],
    ['three', 1],
  ]);
  expect(reasons).toContain('lost');
});
