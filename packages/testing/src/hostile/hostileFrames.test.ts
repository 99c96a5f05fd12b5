import { hostileFrames, spoiltFrames } from './hostileFrames.js';

const frames = hostileFrames();

test('there are more than 60 kinds, each named once', () => {
  const kinds = new Set(frames.map(({ kind }) => kind));
  expect(kinds.size).toBe(frames.length);
  expect(kinds.size).toBeGreaterThanOrEqual(60);
});

test('every one of them can really be posted: it survives structured clone', () => {
  // How deep a clone may go depends on the machine's stack; where it holds 10,000 levels, a page may get them.
  const postable = [...frames, ...spoiltFrames({ type: 'ring', call: { id: '1' } })].filter(
    ({ kind }) => !kind.includes('levels deep'),
  );
  for (const { kind, frame } of postable) {
    let problem: unknown;
    try {
      structuredClone(frame);
    } catch (error) {
      problem = error;
    }
    expect([kind, problem]).toEqual([kind, undefined]);
  }
});

test('making them pollutes nothing', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('an own __proto__ is a key, not the prototype', () => {
  const frame = frames.find(({ kind }) => kind === 'an own __proto__')?.frame as object;
  expect(Object.hasOwn(frame, '__proto__')).toBe(true);
  expect(Object.getPrototypeOf(frame)).toBe(Object.prototype);
});

test('a genuine frame is spoilt in each of its places, and stays whole elsewhere', () => {
  const genuine = { type: 'ring', call: { id: '1', from: '+1' } };
  const spoilt = spoiltFrames(genuine);
  expect(spoilt).toContainEqual({ kind: 'without call.id', frame: { type: 'ring', call: { from: '+1' } } });
  expect(spoilt).toContainEqual({ kind: 'null as its type', frame: { type: null, call: genuine.call } });
  expect(spoilt.some(({ kind }) => kind === 'a Map as its call.from')).toBe(true);
  expect(genuine).toEqual({ type: 'ring', call: { id: '1', from: '+1' } });
});
