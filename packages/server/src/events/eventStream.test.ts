import { virtualClock } from '../testing/virtualClock.js';
import { type EventLog } from './eventLog.js';
import { openEventStream } from './eventStream.js';
import { memoryEvents } from './memoryEvents.js';

/** A client that takes what it is given, or leaves it lying. */
function client({ reads = true }: { reads?: boolean } = {}) {
  const chunks: Uint8Array[] = [];
  let pending = 0;
  let closed = 0;
  return {
    chunks,
    get text() {
      return Buffer.concat(chunks).toString();
    },
    get closed() {
      return closed;
    },
    /** Takes all that lies there. */
    take() {
      pending = 0;
    },
    sink: () => ({
      write(chunk: Uint8Array) {
        chunks.push(chunk);
        if (!reads) pending += chunk.byteLength;
      },
      pending: () => pending,
      close() {
        closed += 1;
      },
    }),
  };
}

const setUp = () => {
  const clock = virtualClock();
  const log = memoryEvents({ clock });
  const open = (one: ReturnType<typeof client>, after?: string) =>
    openEventStream({ log, channel: 'a', after, clock, sink: one.sink });
  const call = (data: string) => log.append('a', { type: 'call', data });
  return { clock, log, open, call };
};

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('begins with the time to come again and a hello, and tells what comes', async () => {
  const { clock, open, call } = setUp();
  const one = client();
  await open(one);
  void call('{"id":"1"}');
  const [, id] = /^id: (.+)$/m.exec(one.text) ?? [];
  expect(one.text.split('\n\n')).toEqual([
    'retry: 1000',
    `id: ${id}\nevent: hello\ndata: {"at":${clock.now()}}`,
    expect.stringMatching(/^id: \d+-\d+\nevent: call\ndata: \{"id":"1"\}$/),
    '',
  ]);
});

test('resumes after the id that it is given, and tells of a gap when that is not kept', async () => {
  const { open, call } = setUp();
  const one = client();
  await open(one);
  void call('1');
  void call('2');
  const ids = [...one.text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
  const [again, lost] = [client(), client()];
  await open(again, ids[1]);
  await open(lost, 'nonsense');
  expect(again.text).toBe(`retry: 1000\n\nid: ${ids[2]}\nevent: call\ndata: 2\n\n`);
  expect([...lost.text.matchAll(/^(?:event|data): (.+)$/gm)].map(([, value]) => value)).toEqual([
    'gap',
    '{}',
    'call',
    '1',
    'call',
    '2',
  ]);
});

test('begins at once where there is nothing to tell', async () => {
  const { open } = setUp();
  const [one, again] = [client(), client()];
  await open(one);
  await open(again, /^id: (.+)$/m.exec(one.text)?.[1]);
  expect(again.text).toBe('retry: 1000\n\n');
});

test('beats every 15 seconds, until it is ended', async () => {
  const { clock, open, call } = setUp();
  const one = client();
  const end = await open(one);
  clock.advance(14_999);
  expect(one.text).not.toContain('\n\n: ');
  clock.advance(1);
  clock.advance(30_000);
  expect(one.text.match(/^: $/gm)).toHaveLength(3);
  end();
  const before = one.chunks.length;
  clock.advance(60_000);
  void call('1');
  expect(one.chunks).toHaveLength(before);
  expect(clock.pending).toBe(0);
  expect(one.closed).toBe(0);
});

test('all clients get the very same bytes of an event', async () => {
  const { open, call } = setUp();
  const clients = [client(), client(), client()];
  for (const each of clients) await open(each);
  void call('1');
  const last = clients.map(({ chunks }) => chunks.at(-1));
  expect(last[0]).toBe(last[1]);
  expect(last[1]).toBe(last[2]);
});

test('a client that does not read is cut off at a megabyte, and costs nobody else', async () => {
  const { clock, open, call } = setUp();
  const [slow, good] = [client({ reads: false }), client()];
  await open(slow);
  await open(good);
  const data = JSON.stringify('x'.repeat(100_000));
  for (let count = 0; count < 20; count += 1) void call(data);
  expect(slow.closed).toBe(1);
  expect(Buffer.concat(slow.chunks).byteLength).toBeLessThan(1_048_576 + 200_000);
  expect(good.text.match(/^event: call$/gm)).toHaveLength(20);
  expect(good.closed).toBe(0);
  clock.advance(15_000);
  expect(slow.text).not.toContain('\n\n: ');
});

test('a long resume waits for the client, and loses nothing of what comes meanwhile', async () => {
  const { clock, open, call } = setUp();
  const first = client();
  await open(first);
  for (let count = 1; count <= 3_000; count += 1)
    void call(JSON.stringify({ count, text: 'x'.repeat(1_000) }));
  const again = client({ reads: false });
  await open(again, /^id: (.+)$/m.exec(first.text)?.[1]);
  const told = () => [...again.text.matchAll(/"count":(\d+)/g)].map(([, count]) => Number(count));
  expect(told().length).toBeLessThan(500);
  void call(JSON.stringify({ count: 3_001 }));
  for (let round = 0; told().length < 3_001 && round < 100; round += 1) {
    again.take();
    clock.advance(20);
    await turns();
  }
  expect(told()).toEqual(Array.from({ length: 3_001 }, (_, index) => index + 1));
  expect(again.closed).toBe(0);
});

test('a client that takes nothing of a long resume for ten seconds is cut off', async () => {
  const { clock, open, call } = setUp();
  const first = client();
  await open(first);
  for (let count = 1; count <= 3_000; count += 1) void call(JSON.stringify('x'.repeat(1_000)));
  const again = client({ reads: false });
  await open(again, /^id: (.+)$/m.exec(first.text)?.[1]);
  clock.advance(9_000);
  await turns();
  expect(again.closed).toBe(0);
  clock.advance(2_000);
  await turns();
  expect(again.closed).toBe(1);
  const before = again.chunks.length;
  again.take();
  clock.advance(60_000);
  await turns();
  expect(again.chunks).toHaveLength(before);
});

test('when the log is away, it throws before the client is answered', async () => {
  const { clock, log } = setUp();
  const away: EventLog = { ...log, follow: () => Promise.reject(new Error('away')) };
  let asked = false;
  const opening = openEventStream({
    log: away,
    channel: 'a',
    after: undefined,
    clock,
    sink() {
      asked = true;
      return client().sink();
    },
  });
  await expect(opening).rejects.toThrow('away');
  expect(asked).toBe(false);
  expect(clock.pending).toBe(0);
});
