import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import type { Signal } from '../wire/signal.js';
import { randomMediaId } from './randomMediaId.js';
import { readSignal } from './readSignal.js';

const signals: Signal[] = [
  { k: 'desc', type: 'offer', sdp: 'v=0', n: 1, pc: 'a', to: 'b' },
  { k: 'desc', type: 'answer', sdp: 'v=0' },
  { k: 'ice' },
  { k: 'ice', candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u', pc: 'a' },
  { k: 'here' },
  { k: 'here', pc: 'a' },
  { k: 'sends', audio: true, video: false },
  { k: 'beat' },
  { k: 'ev', s: 1, e: [{ type: 2 }] },
  { k: 'part', s: 1, i: 0, of: 2, text: '[' },
  { k: 'whole' },
  { k: 'draw', id: 'd1', points: [[0, 1]] },
  { k: 'undo' },
  { k: 'clear' },
];

test.each(signals)('$k is read as it is', (signal) => {
  expect(readSignal({ ...signal, more: 1 })).toEqual(signal);
});

test.each([
  null,
  'beat',
  {},
  { k: 'eval' },
  { k: 'desc', type: 'rollback', sdp: '' },
  { k: 'desc', type: 'offer', sdp: 'x'.repeat(100_001) },
  { k: 'sends', audio: 1, video: false },
  { k: 'ev', s: -1, e: [] },
  { k: 'ev', s: 1, e: {} },
  { k: 'part', s: 1, i: 2, of: 2, text: '' },
  { k: 'draw', id: 'd', points: [[0, 1.5]] },
  { k: 'draw', id: 'd', points: [[0, 1, 1]] },
  { k: 'draw', id: 'd', points: [['0', 1]] },
  { k: 'draw', points: [] },
])('%j is no signal', (value) => {
  expect(readSignal(value)).toBeUndefined();
});

property(
  'nothing that comes makes the reader throw',
  fc.record({
    k: fc.constantFrom(...signals.map(({ k }) => k)),
    type: fc.anything(),
    sdp: fc.anything(),
    points: fc.anything(),
    e: fc.anything(),
  }),
  async (value) => {
    expect(() => readSignal(value)).not.toThrow();
  },
);

test('a name of a session is 8 letters and digits, another each time', () => {
  const ids = Array.from({ length: 500 }, randomMediaId);
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{8}$/);
});
