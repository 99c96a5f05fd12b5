import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { readEntry } from './readEntry.js';
import { readFrame } from './readFrame.js';

const place = { seq: 2, id: 'e2', time: '2026-01-05T12:00:00.000Z' };

test.each([
  null,
  'text',
  [],
  {},
  { t: 'later' },
  { t: 'welcome', n: 1, v: 2, on: [], gone: [] },
  { t: 'ok' },
  { t: 'ok', n: '1' },
  { t: 'no', n: 1 },
  { t: 'entries', entries: [] },
  { t: 'entries', sid: 's', entries: {} },
  { t: 'queue', sid: 's', position: -1 },
  { t: 'queue', sid: 's', position: 1.5 },
  { t: 'typing', sid: 's', state: 2 },
  { t: 'history', chats: [] },
  { t: 'fault', code: 'Other' },
  { t: 'signal', sid: 's', media: 'm', data: 1 },
  { t: 'signal', media: 'm', from: 'p', data: 1 },
])('%j is no frame', (value) => {
  expect(readFrame(value)).toBeUndefined();
});

test('what is wrong in a list is left out, and the rest is read', () => {
  expect(readFrame({ t: 'welcome', n: 1, v: 1, now: 'x', on: ['a', 1], gone: null })).toEqual({
    t: 'welcome',
    n: 1,
    now: 'x',
    on: ['a'],
    gone: [],
  });
  const chats = [
    {
      sid: 's',
      seq: 2,
      entries: [null, { type: 'msg', by: 'c', msg: 'x', ...place }],
      agents: [{ id: 'a' }],
    },
    { sid: 's' },
  ];
  expect(readFrame({ t: 'ok', n: 1, chats })).toMatchObject({
    answer: { chats: [{ sid: 's', seq: 2, entries: [{ type: 'msg', ...place }], agents: [] }] },
  });
  expect(readFrame({ t: 'history', sid: 's', chats: [{ sid: 'o', trans: [1, {}] }, {}] })).toMatchObject({
    chats: [{ sid: 'o', trans: [{}] }],
  });
});

test.each([
  { type: 'msg', by: 'x', msg: 'a' },
  { type: 'msg', by: 'a', msg: 1 },
  { type: 'app', data: 1 },
  { type: 'connect', agent: { id: 'a' } },
  { type: 'disconnect' },
  { type: 'file', by: 'a', file: { id: 'f', name: 'n', size: '1' } },
  { type: 'callback', by: 'c', ok: 'yes' },
  { type: 'notice', code: 'Unheard' },
  { type: 'poll' },
  { type: 'media', media: 'm', by: 'a', step: 'take' },
  { type: 'media', media: 'm', by: 's', seat: 'p', step: 'take' },
  { type: 'media', by: 'a', seat: 'p', step: 'take' },
  { type: 'media', media: 'm', by: 'a', seat: 'p', step: 'hold' },
  { type: 'media', media: 'm', by: 'a', seat: 'p', step: 'ask', kind: 'fax', wants: {} },
  { type: 'media', media: 'm', by: 'a', seat: 'p', step: 'ask', kind: 'av' },
])('an entry %j keeps its place, and is shown to nobody', (body) => {
  expect(readEntry({ ...body, ...place })).toEqual({ type: 'other', ...place });
});

test('steps of media are read with what is known of them', () => {
  const media = { type: 'media', media: 'm', by: 'a', seat: 'p', agent: { id: 'a', name: 'Ada', rank: 1 } };
  const read = { ...media, agent: { id: 'a', name: 'Ada' }, ...place };
  const wants = { audio: true, video: 'yes', smell: true };
  expect(readEntry({ ...media, ...place, step: 'ask', kind: 'av', wants })).toEqual({
    ...read,
    step: 'ask',
    kind: 'av',
    wants: { audio: true },
  });
  expect(readEntry({ ...media, ...place, step: 'join', more: 1 })).toEqual({ ...read, step: 'join' });
  expect(readEntry({ ...media, ...place, step: 'end', why: 'unheard-of' })).toEqual({
    ...read,
    step: 'end',
    why: 'hung-up',
  });
});

test('a signal is read, whatever it says', () => {
  const signal = { t: 'signal', sid: 's', media: 'm', from: 'p', data: { k: 'beat' } };
  expect(readFrame(signal)).toEqual({ ...signal, clientId: undefined });
});

test.each([{ seq: 0 }, { seq: '1' }, { id: 1 }, { time: null }])('an entry with %j has no place', (wrong) => {
  expect(readEntry({ type: 'msg', by: 'a', msg: 'x', ...place, ...wrong })).toBeUndefined();
});

const word = fc.constantFrom(
  'welcome',
  'ok',
  'no',
  'entries',
  'queue',
  'typing',
  'history',
  'captcha',
  'fault',
  'signal',
);

property(
  'nothing that comes makes the reader throw',
  fc.oneof(
    fc.anything(),
    fc.record({
      t: word,
      n: fc.anything(),
      sid: fc.anything(),
      entries: fc.anything(),
      chats: fc.anything(),
      ice: fc.anything(),
    }),
  ),
  async (value) => {
    expect(() => readFrame(value)).not.toThrow();
  },
);
