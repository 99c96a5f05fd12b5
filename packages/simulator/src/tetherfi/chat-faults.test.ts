import type { Clock } from '../clock.js';
import { createFaultBook } from './chat-faults.js';

/** Runs what is due when a test says so. */
function manualClock(): Clock & { run(): void } {
  const tasks = new Set<() => void>();
  return {
    now: () => 0,
    after(_ms, task) {
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    run() {
      for (const task of [...tasks]) task();
      tasks.clear();
    },
  };
}

test('faults that end while the back end is away are taken back when it returns', async () => {
  const clock = manualClock();
  const told: unknown[] = [];
  let away = false;
  const book = createFaultBook(clock, (session, knobs) => {
    if (away) return Promise.reject(new Error('away'));
    told.push([session, knobs['silent']]);
    return Promise.resolve();
  });
  await book.set('one', { silent: true }, 500);
  await book.set('two', { silent: false, captcha: false }, undefined);
  expect(book.of('one')).toEqual({ silent: true });
  expect(book.of('two')).toEqual({ captcha: false });
  away = true;
  clock.run();
  expect(book.of('one')).toEqual({});
  await Promise.resolve();
  away = false;
  await book.tellAll();
  expect(told).toEqual([
    ['one', true],
    ['two', null],
    ['two', null],
    ['one', null],
  ]);
});

test('what the back end refuses is not kept, and what was there before is', async () => {
  const book = createFaultBook(manualClock(), (_session, knobs) =>
    knobs['queueLimit'] === 7 ? Promise.reject(new Error('no')) : Promise.resolve(),
  );
  await expect(book.set('one', { queueLimit: 7 }, undefined)).rejects.toThrow('no');
  expect(book.of('one')).toEqual({});
  await book.set('one', { queueLimit: 2 }, undefined);
  await expect(book.set('one', { queueLimit: 7 }, undefined)).rejects.toThrow('no');
  expect(book.of('one')).toEqual({ queueLimit: 2 });
});

test('a later request cancels the end of the one before', async () => {
  const clock = manualClock();
  const book = createFaultBook(clock, () => Promise.resolve());
  await book.set('one', { offline: true }, 500);
  await book.set('one', { delayMs: 5 }, undefined);
  clock.run();
  expect(book.of('one')).toEqual({ delayMs: 5 });
});
