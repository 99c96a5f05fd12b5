import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from './openLog.js';
import { write } from './testing/sessionLogContract.js';
import { until } from './testing/until.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'offhook-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('without settings chats are in memory, which is told', async () => {
  const told: string[] = [];
  const log = await openLog({ tell: (text) => told.push(text) });
  await until(() => told.length > 0);
  expect(told).toEqual(['Chats are kept in memory: all of them are lost when this process ends.']);
  await log.close();
});

test.each([
  ['a path', (file: string) => file],
  ['file:', (file: string) => `file:${file}`],
  ['file://', (file: string) => `file://${file}`],
  ['sqlite:', (file: string) => `sqlite:${file}`],
  ['sqlite://', (file: string) => `sqlite://${file}?cache=shared`],
])('a database’s address can be %s', async (_, address) => {
  const file = path.join(folder, 'chats.db');
  const told: string[] = [];
  const log = await openLog({ databaseUrl: address(file), tell: (text) => told.push(text) });
  await log.append([write('chat:a', ['one'])]);
  await log.close();
  expect(existsSync(file)).toBe(true);
  expect(told).toEqual([`Chats are kept in ${file}.`]);
});

test.each(['postgres://user:secret@db.example.com/chats', 'sqlite:', 'file::memory:'])(
  'a database that chats can’t be kept in is refused: %s',
  async (databaseUrl) => {
    const refused = openLog({ databaseUrl, tell: () => undefined });
    await expect(refused).rejects.toThrow('DATABASE_URL names no SQLite file');
    await expect(refused).rejects.not.toThrow('secret');
  },
);

test('a file that can’t be used is named', async () => {
  await expect(openLog({ databaseUrl: folder, tell: () => undefined })).rejects.toThrow(folder);
});

test('an address that is no Redis’ is refused, and not told', async () => {
  const refused = openLog({ redisUrl: 'http://user:secret@example.com', tell: () => undefined });
  await expect(refused).rejects.toThrow('REDIS_URL is no address of a Redis');
  await expect(refused).rejects.not.toThrow('secret');
});

test('Redis goes before a file, and its address is not told', async () => {
  const told: string[] = [];
  const log = await openLog({
    redisUrl: 'redis://user:secret@127.0.0.1:1',
    databaseUrl: path.join(folder, 'chats.db'),
    tell: (text) => told.push(text),
  });
  expect(told).toEqual(['Chats are kept in Redis.', 'DATABASE_URL is not used: REDIS_URL goes before it.']);
  expect(await log.ready()).toBe('Redis is away.');
  await log.close();
});
