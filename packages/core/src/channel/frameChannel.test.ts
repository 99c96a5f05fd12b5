import { fakeHost, fakeWindow, hostileFrames, spoiltFrames, virtualClock } from '@offhook/testing';
import { isOffhookError } from '../model/error.js';
import type { RejectionReason } from '../model/event.js';
import { exactOrigin, frameChannel, type FrameChannelOptions } from './frameChannel.js';

interface Ring {
  readonly type: 'ring';
  readonly from: string;
}

const origin = 'https://phone.example';
const ring: Ring = { type: 'ring', from: '+12165325078' };

const isRing = (data: unknown): data is Ring =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'ring' &&
  'from' in data &&
  typeof data.from === 'string';

function setUp(options: Partial<FrameChannelOptions<Ring>> = {}) {
  const host = fakeHost();
  const vendor = fakeWindow();
  const clock = virtualClock();
  const rejected: [RejectionReason, number][] = [];
  const channel = frameChannel<Ring>({
    origin,
    source: () => vendor,
    accept: isRing,
    onRejected: (reason, count) => rejected.push([reason, count]),
    clock,
    host,
    ...options,
  });
  const heard: Ring[] = [];
  channel.listen((message) => heard.push(message));
  const say = (data: unknown, from: { origin?: string; source?: Window | null } = {}): void =>
    host.dispatch(data, { origin, source: vendor, ...from });
  return { host, vendor, clock, rejected, channel, heard, say };
}

describe('what comes in', () => {
  it('is heard when origin, window, size, rate and shape are right', () => {
    const { say, heard, rejected } = setUp();
    say(ring);
    expect(heard).toEqual([ring]);
    expect(rejected).toEqual([]);
  });

  it('is handed on as it came', () => {
    const { say, heard } = setUp();
    say(ring);
    expect(heard[0]).toBe(ring);
  });

  it.each([
    'https://evil.example',
    'http://phone.example',
    'https://phone.example:444',
    'https://phone.example.evil.example',
    'https://sub.phone.example',
    'null',
    '',
    'https://phone.example/',
  ])('is refused from another origin: %p', (other) => {
    const { say, heard, rejected } = setUp();
    say(ring, { origin: other });
    expect(heard).toEqual([]);
    expect(rejected).toEqual([['origin', 1]]);
  });

  it('is refused from another window of the right origin', () => {
    const { say, heard, rejected } = setUp();
    say(ring, { source: fakeWindow() });
    say(ring, { source: null });
    expect(heard).toEqual([]);
    expect(rejected).toEqual([['source', 1]]);
  });

  it('is refused while the vendor has no window, though the message has none either', () => {
    const { say, heard, rejected } = setUp({ source: () => null });
    say(ring, { source: null });
    expect(heard).toEqual([]);
    expect(rejected).toEqual([['source', 1]]);
  });

  it('is judged by the window that the vendor has now', () => {
    let now: Window | null = null;
    const { say, heard } = setUp({ source: () => now });
    const first = fakeWindow();
    const second = fakeWindow();
    now = first;
    say(ring, { source: first });
    now = second;
    say({ ...ring, from: 'old' }, { source: first });
    say({ ...ring, from: 'new' }, { source: second });
    expect(heard.map(({ from }) => from)).toEqual(['+12165325078', 'new']);
  });

  it('is refused when it is malformed, or when the guard itself throws', () => {
    const { say, heard, rejected, clock } = setUp();
    say({ type: 'ring' });
    expect(rejected).toEqual([['malformed', 1]]);
    expect(heard).toEqual([]);
    const throwing = setUp({
      accept: (data): data is Ring => {
        throw new Error(`can't read ${typeof data}`);
      },
    });
    expect(() => throwing.say(ring)).not.toThrow();
    expect(throwing.heard).toEqual([]);
    expect(throwing.rejected).toEqual([['malformed', 1]]);
    expect(clock.pending).toBe(1);
  });

  it('of other people’s talk only what pretends to be the vendor is worth a word', () => {
    const { say, heard, rejected } = setUp();
    say('webpackHotUpdate', { origin: 'https://host.example', source: fakeWindow() });
    say({ source: 'react-devtools' }, { origin: 'https://host.example', source: null });
    expect(rejected).toEqual([]);
    say(ring, { origin: 'https://host.example', source: fakeWindow() });
    expect(rejected).toEqual([['origin', 1]]);
    expect(heard).toEqual([]);
  });

  it('reaches everybody who listens, until they leave', () => {
    const { say, channel, heard } = setUp();
    const others: Ring[] = [];
    const { listen } = channel;
    const leave = listen((message) => others.push(message));
    say(ring);
    expect(leave()).toBeUndefined();
    say(ring);
    expect(others).toHaveLength(1);
    expect(heard).toHaveLength(2);
  });
});

describe('size', () => {
  it('is bounded by all characters together, in strings and keys', () => {
    const chars = (length: number): Ring => ({ type: 'ring', from: 'x'.repeat(length) });
    const fixed = 'type'.length + 'ring'.length + 'from'.length;
    const { say, heard, rejected } = setUp({ maxChars: 100 });
    say(chars(100 - fixed));
    expect(heard).toHaveLength(1);
    say(chars(101 - fixed));
    expect(heard).toHaveLength(1);
    expect(rejected).toEqual([['size', 1]]);
  });

  it('is 262,144 characters unless given', () => {
    const { say, heard, rejected } = setUp();
    say({ type: 'ring', from: 'x'.repeat(262_132) });
    expect(heard).toHaveLength(1);
    say({ type: 'ring', from: 'x'.repeat(262_133) });
    expect(rejected).toEqual([['size', 1]]);
  });

  it('is looked at before the guard sees the message', () => {
    const accept = jest.fn(isRing) as unknown as typeof isRing;
    const { say } = setUp({ maxChars: 10, accept });
    say(ring);
    expect(accept).not.toHaveBeenCalled();
  });
});

describe('rate', () => {
  it('is bounded by the second, and a new second begins anew', () => {
    const { say, heard, rejected, clock } = setUp({ maxRate: 3 });
    for (let count = 0; count < 5; count += 1) say(ring);
    expect(heard).toHaveLength(3);
    expect(rejected).toEqual([['rate', 1]]);
    clock.advance(999);
    say(ring);
    expect(heard).toHaveLength(3);
    clock.advance(1);
    say(ring);
    expect(heard).toHaveLength(4);
  });

  it('is 1,000 a second unless given', () => {
    const { say, heard } = setUp();
    for (let count = 0; count < 1_100; count += 1) say(ring);
    expect(heard).toHaveLength(1_000);
  });

  it('counts malformed messages too, and none that come from elsewhere', () => {
    const { say, heard } = setUp({ maxRate: 3 });
    for (let count = 0; count < 10; count += 1) say(ring, { origin: 'https://evil.example' });
    say('nonsense');
    say('nonsense');
    say(ring);
    say(ring);
    expect(heard).toHaveLength(1);
  });
});

describe('what is dropped', () => {
  it('is told at once, then summed up once a second, each reason for itself', () => {
    const { say, rejected, clock } = setUp();
    for (let count = 0; count < 4; count += 1) say('nonsense');
    say(ring, { source: fakeWindow() });
    expect(rejected).toEqual([
      ['malformed', 1],
      ['source', 1],
    ]);
    clock.advance(1_000);
    expect(rejected.slice(2)).toEqual([['malformed', 3]]);
    say('nonsense');
    clock.advance(999);
    expect(rejected).toHaveLength(3);
    clock.advance(1);
    expect(rejected.slice(3)).toEqual([['malformed', 1]]);
    clock.advance(1_000);
    expect(clock.pending).toBe(0);
  });

  it('needs nobody to be told', () => {
    const host = fakeHost();
    frameChannel({ origin, source: () => null, accept: isRing, clock: virtualClock(), host });
    expect(() => host.dispatch(ring, { origin, source: null })).not.toThrow();
  });
});

describe('what goes out', () => {
  it('goes to the vendor’s window, for its exact origin only', () => {
    const { channel, vendor } = setUp({ origin: 'https://phone.example/app/index.html?x=1#y' });
    channel.send({ type: 'answer' });
    expect(vendor.posted).toEqual([{ message: { type: 'answer' }, targetOrigin: origin }]);
  });

  it('goes nowhere while there is no window', () => {
    const { channel } = setUp({ source: () => null });
    expect(() => channel.send({ type: 'answer' })).not.toThrow();
  });
});

describe('the origin', () => {
  it.each([
    ['https://phone.example', 'https://phone.example'],
    ['https://phone.example:443/', 'https://phone.example'],
    ['HTTPS://Phone.Example/x/y', 'https://phone.example'],
    ['http://localhost:4301', 'http://localhost:4301'],
  ])('%s is %s', (address, expected) => {
    expect(exactOrigin(address)).toBe(expected);
  });

  it.each([
    '*',
    'null',
    '',
    'phone.example',
    '/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'about:blank',
    'blob:https://phone.example/1',
  ])('%p is none', (address) => {
    let thrown: unknown;
    try {
      setUp({ origin: address });
    } catch (error) {
      thrown = error;
    }
    expect(isOffhookError(thrown) && thrown.code).toBe('invalid-argument');
  });
});

describe('close', () => {
  it('leaves no listener and no timer, and is heard no more', () => {
    const { channel, host, clock, say, heard } = setUp();
    say('nonsense');
    expect([host.listeners, clock.pending]).toEqual([1, 1]);
    channel.close();
    expect([host.listeners, clock.pending]).toEqual([0, 0]);
    say(ring);
    expect(heard).toEqual([]);
    expect(() => channel.close()).not.toThrow();
  });
});

describe('hostile frames', () => {
  const kinds = hostileFrames();

  it('are more than 60', () => {
    expect(kinds.length).toBeGreaterThan(60);
  });

  it('are all dropped and throw nothing, and the next good frame counts', () => {
    for (const { kind, frame } of kinds) {
      const { say, heard, rejected } = setUp();
      expect(() => say(frame)).not.toThrow();
      expect([kind, heard]).toEqual([kind, []]);
      expect([kind, rejected.length]).toEqual([kind, 1]);
      say(ring);
      expect([kind, heard]).toEqual([kind, [ring]]);
    }
  });

  it('throw nothing from the wrong origin or the wrong window either', () => {
    for (const { frame } of kinds) {
      const { say, heard } = setUp();
      expect(() => {
        say(frame, { origin: 'https://evil.example' });
        say(frame, { source: fakeWindow() });
        say(frame, { origin: 'https://evil.example', source: fakeWindow() });
      }).not.toThrow();
      expect(heard).toEqual([]);
    }
  });

  it('of the right type but spoilt in one place throw nothing', () => {
    const { say, heard } = setUp();
    for (const { frame } of spoiltFrames({ ...ring, call: { id: '1', tags: ['a'] } })) {
      expect(() => say(frame)).not.toThrow();
    }
    for (const message of heard) expect(isRing(message)).toBe(true);
  });
});
