import type { Entry, EntryBody } from '../wire/entry.js';
import { foldMedia, isLiveMedia, type MediaSessions } from './foldMedia.js';

const ada = { id: 'a1', name: 'Ada' };
const c = { type: 'media', media: 'm1', by: 'c', seat: 'p1' } as const;
const a = { type: 'media', media: 'm1', by: 'a', seat: 's1', agent: ada } as const;
const ask = { ...c, step: 'ask', kind: 'av', wants: { audio: true } } as const;

const fold = (...bodies: EntryBody[]): MediaSessions =>
  bodies
    .map((body, index): Entry => ({ ...body, seq: index + 1, id: `e${index}`, time: `t${index}` }))
    .reduce(foldMedia, {});

test('a session is asked for, taken and ended', () => {
  const on = fold(ask, { ...a, step: 'take' });
  expect(on.av).toMatchObject({ state: 'on', customer: { seat: 'p1' }, agent: { seat: 's1', agent: ada } });
  expect(isLiveMedia(on.av)).toBe(true);
  const ended = fold(ask, { ...a, step: 'take' }, { ...a, step: 'end', why: 'hung-up' });
  expect(ended.av).toMatchObject({ state: 'ended', endedBy: 'a', why: 'hung-up' });
  expect(isLiveMedia(ended.av)).toBe(false);
});

test('the first ask holds; nobody takes an own ask; another agent neither joins nor ends', () => {
  const ben = { id: 'b2', name: 'Ben' };
  const on: EntryBody[] = [ask, { ...a, step: 'take' }];
  expect(fold(ask, { ...ask, media: 'm2', by: 'a' }).av?.media).toBe('m1');
  expect(fold(ask, { ...c, seat: 'p2', step: 'take' }).av?.state).toBe('asked');
  expect(fold(...on, { ...a, agent: ben, seat: 's2', step: 'join' })).toEqual(fold(...on));
  expect(fold(...on, { ...a, agent: ben, step: 'end', why: 'hung-up' })).toEqual(fold(...on));
});

test('who comes anew has another seat', () => {
  const joined = fold(
    ask,
    { ...a, step: 'take' },
    { ...c, seat: 'p2', step: 'join' },
    { ...a, seat: 's2', step: 'join' },
  );
  expect(joined.av).toMatchObject({ state: 'on', customer: { seat: 'p2' }, agent: { seat: 's2' } });
});

test('a session ends with its agent’s leaving, and with the chat', () => {
  const on: EntryBody[] = [ask, { ...a, step: 'take' }];
  const left = { state: 'ended', endedBy: 's', why: 'left' };
  expect(fold(...on, { type: 'disconnect', agent: ada, how: 'leave' }).av).toMatchObject(left);
  expect(fold(...on, { type: 'disconnect', agent: { id: 'b2', name: 'Ben' }, how: 'leave' }).av?.state).toBe(
    'on',
  );
  expect(fold(ask, { type: 'end', by: 'client' }).av).toMatchObject(left);
});
