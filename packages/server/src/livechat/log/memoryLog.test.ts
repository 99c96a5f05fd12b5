import { virtualClock } from '../../testing/virtualClock.js';
import { memoryLog } from './memoryLog.js';
import { memoryStore } from './memoryStore.js';
import { sessionLogContract, write } from './testing/sessionLogContract.js';

sessionLogContract('memoryLog', () => {
  const store = memoryStore();
  const logs = new Set<ReturnType<typeof memoryLog>>();
  return Promise.resolve({
    open() {
      const log = memoryLog({ store });
      logs.add(log);
      return log;
    },
    async close() {
      await Promise.all([...logs].map((log) => log.close()));
    },
  });
});

it('times records by the clock, which never goes back in a stream', async () => {
  let now = 1_000;
  const log = memoryLog({ clock: { ...virtualClock(), now: () => now } });
  await log.append([write('chat:a', ['one'])]);
  now = 500;
  await log.append([write('chat:a', ['two']), write('chat:b', ['x'])]);
  expect((await log.read('chat:a', 0)).map(({ time }) => time)).toEqual([1_000, 1_000]);
  expect((await log.read('chat:b', 0)).map(({ time }) => time)).toEqual([500]);
});

it('lets values and nodes go when their time is over', async () => {
  const clock = virtualClock();
  const log = memoryLog({ clock });
  await log.swap('key', undefined, 'value', 1_000);
  await log.beat('one', 1_000);
  clock.advance(999);
  expect([await log.value('key'), await log.alive()]).toEqual(['value', ['one']]);
  clock.advance(1);
  expect([await log.value('key'), await log.alive()]).toEqual([undefined, []]);
  expect(await log.swap('key', undefined, 'next', 1_000)).toBe(true);
});

it('forgets values whose time is over', async () => {
  const clock = virtualClock();
  const store = memoryStore();
  const log = memoryLog({ clock, store });
  for (let number = 0; number < 1_000; number += 1) {
    await log.swap(`key${number}`, undefined, 'value', 1_000);
    clock.advance(100);
  }
  expect(store.values.size).toBeLessThan(200);
});

it('tells a follower in order that writes when it is told', async () => {
  const log = memoryLog();
  const seen: string[] = [];
  log.follow((_, [record]) => {
    if (record?.id === 'one') void log.append([write('chat:a', ['two'])]);
  });
  const done = new Promise<void>((resolve) =>
    log.follow((_, records) => {
      seen.push(...records.map(({ id }) => id));
      if (seen.includes('two')) resolve();
    }),
  );
  await log.append([write('chat:a', ['one'])]);
  await done;
  expect(seen).toEqual(['one', 'two']);
});

it('says that it keeps nothing', async () => {
  expect(await memoryLog().notes()).toEqual([expect.stringContaining('memory')]);
});
