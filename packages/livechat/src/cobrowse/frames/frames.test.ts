import { virtualClock } from '../../testing/virtualClock.js';
import type { Signal } from '../../wire/signal.js';
import type { GuardedEvent } from '../privacy/createGuard.js';
import { createEventSender } from './createEventSender.js';
import { splitText } from './splitText.js';
import { frameMost, toFrames } from './toFrames.js';

const envelope = (data: Signal): string => JSON.stringify({ t: 'signal', media: 'ab12cd34', data });

function sending() {
  const clock = virtualClock();
  const sent: { readonly at: number; readonly signal: Signal }[] = [];
  const line = { up: true, buffered: 0 };
  let wholes = 0;
  const sender = createEventSender({
    clock,
    send(signal) {
      if (line.up) sent.push({ at: clock.monotonic(), signal });
      return line.up;
    },
    buffered: () => line.buffered,
    takeWhole() {
      wholes += 1;
      sender.push({
        type: 4,
        data: { href: 'https://a.example/', width: 1, height: 1 },
        timestamp: clock.now(),
      });
      sender.push({ type: 2, data: { node: {}, initialOffset: {} }, timestamp: clock.now() });
    },
    checkable: (id) => id === 77,
  });
  const input = (text: string, id = 1234): GuardedEvent => ({
    type: 3,
    data: { source: 5, id, text, isChecked: false },
    timestamp: clock.now(),
  });
  return {
    clock,
    sent,
    line,
    sender,
    input,
    wholes: () => wholes,
    signals: () => sent.map(({ signal }) => signal),
  };
}

test('T-115: 25 typed characters cost less than 4 kB, envelopes and all, and each is sent within 25 ms', async () => {
  const { clock, sent, sender, input } = sending();
  sender.whole();
  const from = sent.length;
  await clock.pass(60_000);
  const typed = 'The quick brown fox jumps';
  expect(typed).toHaveLength(25);
  const pressed: number[] = [];
  for (let end = 1; end <= typed.length; end += 1) {
    pressed.push(clock.monotonic());
    sender.push(input(typed.slice(0, end)));
    await clock.pass(120);
  }
  const frames = sent.slice(from);
  expect(frames).toHaveLength(25);
  frames.forEach(({ at }, index) => expect(at - pressed[index]!).toBeLessThanOrEqual(25));
  const bytes = frames.reduce((sum, { signal }) => sum + Buffer.byteLength(envelope(signal)), 0);
  expect(bytes).toBeLessThan(4_000);
  expect(frames[24]?.signal).toMatchObject({ k: 'ev', s: 26, e: [{ data: { text: typed } }] });
});

test('events of 25 ms are one frame; only choices say whether they are checked; times count from the start', async () => {
  const { clock, sender, input, signals } = sending();
  sender.push(input('a'));
  await clock.pass(10);
  sender.push(input('on', 77));
  await clock.pass(25);
  expect(signals()).toEqual([
    {
      k: 'ev',
      s: 1,
      e: [
        { type: 3, data: { source: 5, id: 1234, text: 'a' }, timestamp: 0 },
        { type: 3, data: { source: 5, id: 77, text: 'on', isChecked: false }, timestamp: 10 },
      ],
    },
  ]);
});

test('the whole page is sent at most each 500 ms, and numbers begin anew with it', async () => {
  const { clock, sender, input, signals, wholes } = sending();
  sender.whole();
  sender.push(input('a'));
  await clock.pass(30);
  sender.whole();
  sender.whole();
  expect(wholes()).toBe(1);
  await clock.pass(470);
  expect(wholes()).toBe(2);
  await clock.pass(5_000);
  expect(wholes()).toBe(2);
  expect(signals().map((signal) => (signal.k === 'ev' ? [signal.s, signal.e.length] : signal))).toEqual([
    [1, 2],
    [2, 1],
    [1, 2],
  ]);
});

test('nothing is sent into a full line; when it is drained the whole page follows', async () => {
  const { clock, line, sender, input, signals, wholes } = sending();
  sender.whole();
  await clock.pass(1_000);
  line.buffered = 300_000;
  sender.push(input('a'));
  await clock.pass(25);
  sender.push(input('ab'));
  await clock.pass(1_000);
  expect(signals()).toHaveLength(1);
  line.buffered = 40_000;
  await clock.pass(1_000);
  expect(wholes()).toBe(1);
  line.buffered = 0;
  await clock.pass(200);
  expect(wholes()).toBe(2);
  expect(signals().at(-1)).toMatchObject({ s: 1 });
});

test('what a lost line has swallowed is made good by the whole page, and by nothing before it', async () => {
  const { clock, line, sender, input, signals } = sending();
  sender.whole();
  await clock.pass(1_000);
  line.up = false;
  sender.push(input('a'));
  await clock.pass(25);
  line.up = true;
  sender.push(input('ab'));
  await clock.pass(25);
  expect(signals()).toHaveLength(1);
  sender.whole();
  expect(signals()).toHaveLength(2);
  sender.stop();
  sender.push(input('abc'));
  sender.whole();
  await clock.pass(5_000);
  expect(signals()).toHaveLength(2);
  expect(clock.pending).toBe(0);
});

test('a long event is sent in parts of which no frame is longer than 60,000 characters', () => {
  const text = `${'"\\\n😀ä'.repeat(40_000)}end`;
  let s = 4;
  const frames = toFrames([{ type: 2, data: { text }, timestamp: 5 }], () => (s += 1));
  const parts = frames.flatMap((frame) => (frame.k === 'part' ? [frame] : []));
  expect(parts.length).toBe(frames.length);
  expect(parts.map(({ i }) => i)).toEqual(parts.map((_, index) => index));
  expect(new Set(parts.map(({ s: number, of }) => `${number}/${of}`))).toEqual(
    new Set([`5/${parts.length}`]),
  );
  for (const frame of frames) expect(envelope(frame).length).toBeLessThanOrEqual(frameMost);
  expect(JSON.parse(parts.map((part) => part.text).join(''))).toEqual([
    { type: 2, data: { text }, timestamp: 5 },
  ]);
});

test('a long change is sent as several, whole in sum and in order', () => {
  const adds = Array.from({ length: 3_000 }, (_, id) => ({
    parentId: 1,
    nextId: id,
    node: { type: 3, textContent: 'cell', id },
  }));
  const event = {
    type: 3,
    data: {
      source: 0,
      texts: [{ id: 1, value: 't' }],
      attributes: [],
      removes: [{ parentId: 1, id: 2 }],
      adds,
    },
    timestamp: 1,
  };
  let s = 0;
  const frames = toFrames([event, { ...event, data: { source: 4 } }], () => (s += 1));
  for (const frame of frames) expect(envelope(frame).length).toBeLessThanOrEqual(frameMost);
  expect(frames.every(({ k }) => k === 'ev')).toBe(true);
  const changes = frames.flatMap((frame) =>
    frame.k === 'ev' ? (frame.e as { data: Record<string, unknown[]> }[]) : [],
  );
  expect(changes.flatMap(({ data }) => data.adds ?? [])).toEqual(adds);
  expect(changes[0]?.data).toMatchObject({ removes: [{ parentId: 1, id: 2 }], adds: [] });
  expect(changes.at(-2)?.data).toMatchObject({ texts: [{ id: 1, value: 't' }], adds: [] });
  expect(changes.at(-1)?.data).toEqual({ source: 4 });
});

test('no piece ends within a character', () => {
  expect(splitText('a😀b', 4)).toEqual(['a', '😀', 'b']);
});
