import type { AgentFrame } from '@offhook/livechat';
import * as fc from 'fast-check';
import { begun, shown } from '../../testing/entries.js';
import { property } from '../../testing/property.js';
import { readFrame } from './readFrame.js';

const read = (frame: unknown) => readFrame(JSON.stringify(frame));

test.each<AgentFrame>([
  { t: 'welcome', n: 1, v: 1, now: '2026-01-01T00:00:00.000Z', agent: { id: 'a', name: 'Ann' } },
  { t: 'ok', n: 2, sid: 's', seq: 4, time: '2026-01-01T00:00:00.000Z' },
  { t: 'ok', n: 2, chats: [{ sid: 'p', trans: [{ type: 'msg', by: 'c', msg: 'a%20b', time: 'x' }] }] },
  { t: 'no', n: 3, code: 'TooMany', text: 'slow', retryAfterMs: 5 },
  { t: 'desk', waiting: [shown('w')], waitingCount: 3, own: [shown('o')], agents: [{ id: 'a', name: 'A' }] },
  {
    t: 'ok',
    n: 2,
    ice: [{ urls: 'stun:a' }, { urls: ['turn:a', 'turns:b'], username: '1:x', credential: 'y' }],
  },
  { t: 'no', n: 3, code: 'NotConnected' },
  { t: 'signal', sid: 's', media: 'm1', from: 'p', data: { k: 'beat', more: [1] } },
  { t: 'typing', sid: 's', state: 0, name: 'Ada' },
])('$t is read as it is', (frame) => {
  expect(read(frame)).toEqual(frame);
});

test('each kind of entry is read as it is', () => {
  const agent = { id: 'a', name: 'Ann' };
  const file = { id: 'f', name: 'a.pdf', size: 3, type: 'application/pdf' };
  const entries = begun(
    { type: 'msg', by: 'c', msg: 'x' },
    { type: 'app', by: 'c', kind: 'form', data: { a: [1] } },
    { type: 'app', by: 'a', data: 'text', agent },
    { type: 'disconnect', agent, how: 'leave', text: 'Bye' },
    { type: 'file', by: 'a', file, agent, page: 'p' },
    { type: 'callback', by: 's', ok: false, number: '12' },
    { type: 'notice', code: 'TimedOutInQueue' },
    {
      type: 'media',
      media: 'm1',
      by: 'c',
      seat: 'p',
      step: 'ask',
      kind: 'av',
      wants: { audio: true, video: false },
    },
    { type: 'media', media: 'm1', by: 'a', seat: 's', agent, step: 'take' },
    { type: 'media', media: 'm1', by: 'c', seat: 'q', step: 'join' },
    { type: 'media', media: 'm1', by: 'a', seat: 's', agent, step: 'end', why: 'no-device' },
    { type: 'end', by: 'server', why: 'notice' },
  );
  const frame = { t: 'entries', sid: 's', entries };
  expect(read(frame)).toEqual(frame);
});

test('an entry of a kind that is not known, or is malformed, keeps its place; what has no place is left out', () => {
  const base = { id: 'x', time: '2026-01-01T00:00:00.000Z' };
  const frame = read({
    t: 'entries',
    sid: 's',
    entries: [
      { ...base, seq: 1, type: 'hologram' },
      { ...base, seq: 2, type: 'msg', by: 'z', msg: 'x' },
      { ...base, seq: 3, type: 'toString' },
      { ...base, seq: 0, type: 'msg', by: 'c', msg: 'x' },
      { ...base, seq: 4, time: 'never', type: 'msg', by: 'c', msg: 'x' },
      null,
    ],
  });
  expect(frame).toEqual({
    t: 'entries',
    sid: 's',
    entries: [1, 2, 3].map((seq) => ({ type: 'unknown', seq, ...base })),
  });
});

test('a step that is none keeps its place; a reason that is not known is an end all the same', () => {
  const base = { id: 'x', time: '2026-01-01T00:00:00.000Z', type: 'media', media: 'm1', by: 'c', seat: 'p' };
  const frame = read({
    t: 'entries',
    sid: 's',
    entries: [
      { ...base, seq: 1, step: 'fly' },
      { ...base, seq: 2, step: 'ask', kind: 'hologram', wants: {} },
      { ...base, seq: 3, step: 'take', seat: 7 },
      { ...base, seq: 4, step: 'end', why: 'rain' },
      { ...base, seq: 5, step: 'ask', kind: 'cobr', wants: { dom: 'yes', pointer: true } },
    ],
  });
  expect(frame).toMatchObject({
    entries: [
      { type: 'unknown', seq: 1 },
      { type: 'unknown', seq: 2 },
      { type: 'unknown', seq: 3 },
      { step: 'end', why: 'failed' },
      { kind: 'cobr', wants: { pointer: true } },
    ],
  });
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '"welcome"',
  '{"t":"toString"}',
  '{"t":"__proto__"}',
  '{"t":"ok"}',
  '{"t":"ok","n":-1}',
  '{"t":"typing","sid":"s","state":2}',
  '{"t":"signal","sid":"s","media":7,"from":"p","data":1}',
  '{"t":"welcome","n":1,"now":"x","agent":{"id":1}}',
])('%s is no frame', (text) => {
  expect(readFrame(text)).toBeUndefined();
});

test('what is no text is no frame', () => {
  expect(readFrame(new ArrayBuffer(4))).toBeUndefined();
});

property('whatever comes, reading it does not throw', fc.json(), (text) => {
  expect(() => readFrame(text)).not.toThrow();
  expect(() => readFrame(`{"t":"entries","sid":"s","entries":[${text}]}`)).not.toThrow();
  expect(() => readFrame(`{"t":"desk","own":${text},"waiting":[${text}]}`)).not.toThrow();
});
