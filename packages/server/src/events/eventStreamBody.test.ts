import { virtualClock } from '../testing/virtualClock.js';
import { eventStreamBody } from './eventStreamBody.js';
import { memoryEvents } from './memoryEvents.js';

const open = async () => {
  const clock = virtualClock();
  const log = memoryEvents({ clock });
  let ends = 0;
  const { body, end } = await eventStreamBody({
    log,
    channel: 'a',
    after: undefined,
    clock,
    onEnd() {
      ends += 1;
    },
  });
  return {
    clock,
    body,
    end,
    ends: () => ends,
    call: (data: string) => log.append('a', { type: 'call', data }),
  };
};

const textOf = (chunk: ReadableStreamReadResult<Uint8Array>) => Buffer.from(chunk.value ?? []).toString();

test('is the body of a standard response', async () => {
  const { body, end, call, ends } = await open();
  void call('1');
  const reader = new Response(body).body!.getReader();
  expect(textOf(await reader.read())).toBe('retry: 1000\n\n');
  expect(textOf(await reader.read())).toMatch(/^id: .+\nevent: hello\ndata: \{"at":\d+\}\n\n$/);
  expect(textOf(await reader.read())).toMatch(/^id: .+\nevent: call\ndata: 1\n\n$/);
  const next = reader.read();
  void call('2');
  expect(textOf(await next)).toContain('data: 2\n\n');
  end();
  expect((await reader.read()).done).toBe(true);
  end();
  expect(ends()).toBe(1);
});

test('ends when the client goes', async () => {
  const { clock, body, ends, call } = await open();
  await body.cancel();
  expect(ends()).toBe(1);
  expect(clock.pending).toBe(0);
  void call('1');
});

test('breaks off when the client does not read', async () => {
  const { clock, body, ends, call } = await open();
  for (let count = 0; count < 20; count += 1) void call(JSON.stringify('x'.repeat(100_000)));
  expect(ends()).toBe(1);
  expect(clock.pending).toBe(0);
  await expect(body.getReader().read()).rejects.toThrow('too slow');
});
