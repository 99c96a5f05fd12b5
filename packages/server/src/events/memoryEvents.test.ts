import { eventLogContract } from '../testing/eventLogContract.js';
import { record } from '../testing/recorder.js';
import { type LoggedEvent } from './eventLog.js';
import { memoryEvents, type MemoryEventsOptions } from './memoryEvents.js';

eventLogContract('memoryEvents', memoryEvents);

const at = (start: number) => {
  let now = start;
  return {
    clock: { now: () => now, monotonic: () => now, setTimeout: () => () => undefined },
    pass(ms: number) {
      now += ms;
    },
  };
};

const logWith = (options: MemoryEventsOptions = {}) => {
  const log = memoryEvents(options);
  const call = (number: number, channel = 'a', key?: string) =>
    log.append(
      channel,
      { type: 'call', data: String(number) },
      key === undefined ? undefined : { key, answer: `answer ${number}`, page: `page ${number}` },
    );
  return { log, call };
};

test('appends and looks up without a promise', () => {
  const { log, call } = logWith();
  expect(call(1, 'a', 'k')).toEqual({ first: true, answer: 'answer 1' });
  expect(log.answerOf('a', 'k')).toBe('answer 1');
  expect(log.find('a', 'k')).toBe('page 1');
  expect(log.ready()).toBe(true);
});

test('keeps so many events a channel, and tells of a gap to whoever asks for older ones', async () => {
  const { log, call } = logWith({ mostEvents: 3 });
  const first = await record(log, 'a');
  for (let number = 1; number <= 5; number += 1) void call(number);
  first.stop();
  const after = async (index: number) => {
    const one = await record(log, 'a', first.events[index]!.id);
    one.stop();
    return [...one.events.map(({ type }) => type), ...one.numbers()];
  };
  expect(await after(1)).toEqual(['gap', 'call', 'call', 'call', 3, 4, 5]);
  // Nothing after 2 is gone, though 2 itself is.
  expect(await after(2)).toEqual(['call', 'call', 'call', 3, 4, 5]);
  expect(await after(5)).toEqual([]);
});

test('a busy channel takes no events from a quiet one', async () => {
  const { log, call } = logWith({ mostEvents: 2 });
  const quiet = await record(log, 'quiet');
  void call(1, 'quiet');
  for (let number = 2; number <= 50; number += 1) void call(number);
  const again = await record(log, 'quiet', quiet.events[0]!.id);
  expect(again.events.map(({ type }) => type)).toEqual(['call']);
});

test('an id of a process before this one is a gap', async () => {
  const before = logWith({ clock: at(1_000).clock });
  const one = await record(before.log, 'a');
  void before.call(1);
  const after = logWith({ clock: at(2_000).clock });
  void after.call(2);
  const again = await record(after.log, 'a', one.events.at(-1)!.id);
  expect(again.events.map(({ type }) => type)).toEqual(['gap', 'call']);
});

test('remembers a key for ten minutes', () => {
  const { clock, pass } = at(1_000);
  const { log, call } = logWith({ clock });
  void call(1, 'a', 'k');
  pass(599_999);
  expect(call(2, 'a', 'k')).toEqual({ first: false, answer: 'answer 1' });
  pass(1);
  expect(log.answerOf('a', 'k')).toBeUndefined();
  expect(call(3, 'a', 'k')).toEqual({ first: true, answer: 'answer 3' });
  // It was set anew, and so is kept anew.
  pass(599_999);
  void call(4, 'a', 'other');
  expect(log.answerOf('a', 'k')).toBe('answer 3');
});

test('remembers so many keys, and forgets the oldest', () => {
  const { log, call } = logWith({ mostKeys: 2 });
  for (const number of [1, 2, 3]) void call(number, 'a', `k${number}`);
  expect([1, 2, 3].map((number) => log.answerOf('a', `k${number}`))).toEqual([
    undefined,
    'answer 2',
    'answer 3',
  ]);
});

test('keeps so many channels: one that is followed stays, of the others the least recently used goes', async () => {
  const { log, call } = logWith({ mostChannels: 3 });
  const followed = await record(log, 'followed');
  const old = await record(log, 'old');
  old.stop();
  for (const channel of ['followed', 'old', 'new', 'old', 'newer']) void call(1, channel);
  void call(2, 'followed');
  expect(followed.numbers()).toEqual([1, 2]);
  const after = async (channel: string, id: string) => {
    const one = await record(log, channel, id);
    one.stop();
    return one.events.map(({ type }) => type);
  };
  expect(await after('old', old.events[0]!.id)).toEqual(['call', 'call']);
  // Of the channel that went nothing is left, and that is told.
  expect(await after('new', '1-1')).toEqual(['gap']);
});

test('one that follows and appends, ends or begins while it is told changes nothing for the others', async () => {
  const { log, call } = logWith();
  const numbersOf = (events: readonly LoggedEvent[]) =>
    events.filter(({ type }) => type === 'call').map(({ data }) => Number(data));
  const [first, last, late]: LoggedEvent[][] = [[], [], []];
  const stopFirst = await log.follow('a', undefined, (event) => {
    first!.push(event);
    if (event.data === '1') void call(2);
    if (event.data === '2') {
      stopFirst();
      void log.follow('a', undefined, (told) => late!.push(told));
    }
  });
  await log.follow('a', undefined, (event) => last!.push(event));
  void call(1);
  void call(3);
  expect(numbersOf(first!)).toEqual([1, 2]);
  expect(numbersOf(last!)).toEqual([1, 2, 3]);
  expect(numbersOf(late!)).toEqual([3]);
});

test('tells of each event as it arrives', () => {
  const arrived: string[] = [];
  const { call } = logWith({ onArrival: (type, lagMs) => arrived.push(`${type} ${lagMs}`) });
  void call(1, 'a', 'k');
  void call(1, 'a', 'k');
  expect(arrived).toEqual(['call 0']);
});
