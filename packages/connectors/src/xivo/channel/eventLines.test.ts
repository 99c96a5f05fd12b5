import type { StreamEvent } from '../wire.js';
import { eventLines } from './eventLines.js';

/** What these pieces of text say, one after another. */
function read(pieces: readonly string[], lastId?: string, maxChars = 1_000) {
  const events: StreamEvent[] = [];
  const retries: number[] = [];
  let tooLong = 0;
  const take = eventLines({
    lastId,
    maxChars,
    onEvent: (event) => events.push(event),
    onRetry: (ms) => retries.push(ms),
    onTooLong: () => (tooLong += 1),
  });
  pieces.forEach(take);
  return { events, retries, tooLong };
}

describe('the lines of an event stream', () => {
  it('say events: a name, data, and the stream’s id by then', () => {
    expect(read(['id: 7-0\nevent: call\ndata: {"a":1}\n\ndata:x\n\n']).events).toEqual([
      { name: 'call', data: '{"a":1}', id: '7-0' },
      { name: 'message', data: 'x', id: '7-0' },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('end by %j, wherever the text is cut', (end) => {
    const text = ['id: 1', 'event: call', 'data: first', 'data: second', '', ': beat', '', 'data: x', '', ''];
    const whole = text.join(end);
    const expected = [
      { name: 'call', data: 'first\nsecond', id: '1' },
      { name: 'message', data: 'x', id: '1' },
    ];
    expect(read([whole]).events).toEqual(expected);
    expect(read(whole.split(/(?=[^])/)).events).toEqual(expected);
    for (let cut = 1; cut < whole.length; cut += 1)
      expect(read([whole.slice(0, cut), whole.slice(cut)]).events).toEqual(expected);
  });

  it('that are comments or unknown say nothing, and an event without data is none', () => {
    expect(read([': \n\n:x\nnews: y\ndata\n\nevent: call\n\nid: 5\n\n']).events).toEqual([
      { name: 'message', data: '', id: undefined },
    ]);
  });

  it('take one space off a value, and no more', () => {
    expect(read(['data:  two\n\n']).events).toMatchObject([{ data: ' two' }]);
  });

  it('that break off say nothing of what they began', () => {
    expect(read(['data: x\n', 'event: call']).events).toEqual([]);
  });

  it('go on with the id of an earlier connection', () => {
    expect(read(['data: x\n\n'], '9-0').events).toMatchObject([{ id: '9-0' }]);
  });

  it.each(['', 'ä', 'a b', 'a\u0000b', 'x'.repeat(201)])(
    'ignore the id %j, which no header may hold',
    (id) => {
      expect(read([`id: 1\nid: ${id}\ndata: x\n\n`]).events).toMatchObject([{ id: '1' }]);
    },
  );

  it('say when to come again, in whole milliseconds', () => {
    expect(read(['retry: 1000\nretry: soon\nretry: -1\nretry: 1e3\n\n']).retries).toEqual([1_000]);
  });

  it('drop an event that is too long, however it comes, and read the next', () => {
    const long = `data: ${'x'.repeat(2_000)}\n\n`;
    const next = 'data: y\n\n';
    for (const pieces of [
      [long + next],
      (long + next).split(/(?=[^])/),
      [`data: x\n`.repeat(300), '\n', next],
    ]) {
      const { events, tooLong } = read(pieces);
      expect(events).toEqual([{ name: 'message', data: 'y', id: undefined }]);
      expect(tooLong).toBe(1);
    }
  });
});
