import type { CallReport } from '@offhook/core';
import type { Sighting } from './sighting.js';
import { sighting, tracked } from './testing/calls.js';
import type { TrackedCall } from './trackedCall.js';
import { doubt, isDue, settle, translateCall } from './translateCall.js';

type Facts = Partial<Sighting>;
type Calls = readonly TrackedCall[];

const none = { session: undefined, party: undefined };
const leg: Facts = { leg: 'leg-1', open: true };
const presence: Facts = { stream: 'presence' };
const telephony: Facts = { stream: 'telephony' };

/** The calls after these sightings, and what the last of them made the client hear. */
function see(...steps: readonly Facts[]): { calls: Calls; reports: readonly CallReport[] } {
  let calls: Calls = [];
  let reports: readonly CallReport[] = [];
  for (const step of steps) ({ calls, reports } = translateCall(calls, sighting(step), 7_000));
  return { calls, reports };
}

const states = ({ reports }: { reports: readonly CallReport[] }) => reports.map(({ state }) => state);

describe('what is learnt of a call', () => {
  it('U-13: is put together from what each stream knows', () => {
    const { calls } = see(
      { ...leg, callee: {}, startedAt: undefined },
      { ...presence, logged: '31', callee: { number: '+16505550101' }, deskphone: true },
      { ...telephony, party: 'p-2', startedAt: 2_000 },
    );
    expect(calls).toEqual([
      {
        direction: 'inbound',
        ids: ['s-1', 'leg-1'],
        state: 'ringing',
        answered: false,
        phone: 'waiting',
        presence: 'waiting',
        telephony: 'waiting',
        leg: 'leg-1',
        open: true,
        named: true,
        session: 's-1',
        parties: ['p-1', 'p-2'],
        logged: '31',
        deskphone: true,
        remote: { number: '+12165325078', name: 'Ada' },
        local: { number: '+16505550101', extension: '101' },
        startedAt: 1_000,
        dueAt: undefined,
      },
    ]);
  });

  it('keeps to the session, the number and the beginning that it was told first', () => {
    const { calls } = see({ ...leg, logged: '31' }, { ...leg, logged: '32', session: 's-2', startedAt: 5 });
    expect(calls).toMatchObject([{ session: 's-1', logged: '31', startedAt: 1_000 }]);
  });

  it('has the name that comes later, at the other end as at ours', () => {
    const out = {
      ...leg,
      direction: 'outbound',
      caller: { extension: '101' },
      callee: { number: '1' },
    } as const;
    const named = { ...out, caller: { name: 'Me' }, callee: { name: 'Ada' } };
    expect(see(out, named).reports).toMatchObject([
      { remote: { number: '1', name: 'Ada' }, local: { extension: '101', name: 'Me' } },
    ]);
    const inbound = { ...named, direction: 'inbound' } as const;
    expect(see({ ...out, direction: 'inbound' }, inbound).reports).toMatchObject([
      { remote: { extension: '101', name: 'Me' }, local: { number: '1', name: 'Ada' } },
    ]);
  });

  it('knows that the web phone has named its session, though it forgets it later', () => {
    expect(see(leg, { ...leg, ...none }).calls).toMatchObject([{ named: true }]);
    expect(see({ ...leg, ...none }).calls).toMatchObject([{ named: false }]);
    expect(see(presence).calls).toMatchObject([{ named: false }]);
  });

  it('knows that it was answered from a start time alone, and not from one that comes after the end', () => {
    expect(see({ ...leg, facts: { answeredAt: 2_000 } }).calls).toMatchObject([{ answered: true }]);
    expect(see({ ...leg, phase: 'held' }).calls).toMatchObject([{ answered: true }]);
    const late = { ...presence, phase: 'active' } as const;
    expect(see({ ...leg, phase: 'ended' }, late).calls).toMatchObject([{ answered: false, state: 'ended' }]);
  });

  it('knows no phone beside the computer, unless a stream tells of one', () => {
    expect(see(presence).reports).toMatchObject([{ legs: [{ kind: 'unknown' }] }]);
    expect(see({ ...presence, deskphone: true }, telephony).reports).toMatchObject([
      { legs: [{ kind: 'deskphone' }] },
    ]);
  });

  it('leaves open whether another device has it, where a stream says nothing of that', () => {
    expect(see(leg, presence).calls).toMatchObject([{ open: true }]);
    expect(see(leg, { ...leg, open: false }).calls).toMatchObject([{ open: false }]);
  });
});

describe('what the client hears', () => {
  it('is nothing of what is no call of ours', () => {
    expect(see({ ...presence, phase: 'ended' })).toEqual({ calls: [], reports: [] });
  });

  it.each<[string, Facts[], (string | undefined)[]]>([
    [
      'a call that is held before anybody told of its answer',
      [leg, { ...leg, phase: 'held' }],
      ['active', 'held'],
    ],
    [
      'a call that ends before anybody told of its answer',
      [leg, { ...leg, phase: 'ended', facts: { answeredAt: 2_000 } }],
      ['active', 'ended'],
    ],
    [
      'a placed call that is held before anybody told of its answer',
      [
        { ...leg, direction: 'outbound' },
        { ...leg, direction: 'outbound', phase: 'held' },
      ],
      ['active', 'held'],
    ],
    ['a call that is answered', [leg, { ...leg, phase: 'active' }], ['active']],
    [
      'a call that is held after its answer',
      [
        { ...leg, phase: 'active' },
        { ...leg, phase: 'held' },
      ],
      ['held'],
    ],
    ['a call that comes into sight held', [{ ...leg, phase: 'held' }], ['held']],
    ['a call that was missed', [leg, { ...leg, phase: 'ended' }], ['ended']],
  ])('of %s is each step', (_name, steps, expected) => {
    expect(states(see(...steps))).toEqual(expected);
  });

  it.each<[string, Facts[], string | undefined]>([
    ['what rings goes on ringing', [leg, leg], 'ringing'],
    ['what was answered rings again', [{ ...leg, phase: 'active' }, leg], 'ringing'],
    ['what is held rings again', [{ ...leg, phase: 'held' }, leg], 'ringing'],
    ['what was over goes on', [leg, { ...leg, phase: 'ended' }, { ...leg, phase: 'active' }], 'active'],
  ])(
    'of a step of the web phone’s, when %s, is that step: the client is to judge it',
    (_name, steps, state) => {
      expect(states(see(...steps))).toEqual([state]);
    },
  );

  it('says which call took such a step back, and nothing else of it', () => {
    const before = see({ ...leg, phase: 'active' }).calls;
    expect(translateCall(before, sighting(leg), 7_000)).toEqual({
      calls: before,
      reports: [{ type: 'call', ids: ['s-1', 'leg-1'], state: 'ringing' }],
    });
  });

  it.each<[string, Facts[], string]>([
    [
      'a list of calls, which may be old',
      [
        { ...leg, phase: 'active' },
        { ...leg, listed: true },
      ],
      'active',
    ],
    [
      'another leg that rings in the same session',
      [{ ...leg, phase: 'active', leg: 'leg-0' }, leg],
      'active',
    ],
    ['presence, which lags', [{ ...leg, phase: 'active' }, presence], 'active'],
    [
      'a list of calls with one that is over',
      [
        { ...leg, phase: 'ended' },
        { ...leg, phase: 'active', listed: true },
      ],
      'ended',
    ],
    [
      'the end of a leg, said twice',
      [
        { ...leg, phase: 'ended' },
        { ...leg, phase: 'ended' },
      ],
      'ended',
    ],
    [
      'a resume',
      [
        { ...leg, phase: 'held' },
        { ...leg, phase: 'active' },
      ],
      'active',
    ],
  ])('is no step back from %s', (_name, steps, state) => {
    expect(see(...steps).reports).toMatchObject([{ state, legs: [{ vendorId: 'leg-1' }] }]);
  });
});

describe('why a call ended', () => {
  const over = { ...leg, phase: 'ended' } as const;
  const answered = { ...presence, phase: 'active' } as const;

  it('is what a stream says, also late, but not while the call goes on', () => {
    expect(see({ ...over, reason: 'rejected' }).reports).toMatchObject([{ endReason: 'rejected' }]);
    expect(see({ ...over, reason: 'rejected' }).reports[0]).not.toHaveProperty('endReasonFrom');
    expect(see(over, { ...telephony, phase: 'ended', reason: 'missed' }).reports).toMatchObject([
      { endReason: 'missed' },
    ]);
    expect(see({ ...leg, reason: 'transferred' }).reports[0]).not.toHaveProperty('endReason');
  });

  it('is nothing that a mere end says', () => {
    expect(see(over).reports[0]).not.toHaveProperty('endReason');
    expect(see(over, over).reports[0]).not.toHaveProperty('endReason');
  });

  it('is an answer elsewhere, if others say late that it was answered after all', () => {
    const elsewhere = { endReason: 'answered-elsewhere', endReasonFrom: 'inferred' };
    expect(see(over, answered).reports).toMatchObject([elsewhere]);
    expect(see(over, { ...answered, phase: 'held' }).reports).toMatchObject([elsewhere]);
    expect(see(over, answered, answered).reports).toMatchObject([elsewhere]);
  });

  it('is completed, if the web phone says late that it was answered after all', () => {
    expect(see(over, { ...over, facts: { answeredAt: 2_000 } }).reports).toMatchObject([
      { endReason: 'completed', endReasonFrom: 'inferred' },
    ]);
  });

  it('is not changed by a late answer of a call that was answered in time, or that we placed', () => {
    expect(see({ ...leg, phase: 'active' }, over, answered).reports[0]).not.toHaveProperty('endReason');
    const out = { direction: 'outbound' } as const;
    expect(see({ ...over, ...out }, { ...answered, ...out }).reports[0]).not.toHaveProperty('endReason');
  });
});

describe('a silence', () => {
  const lost = { ...presence, phase: 'silent' } as const;

  it('U-14: ends a call two seconds after it began, however often it is told of', () => {
    const [first] = see(presence, lost).calls;
    expect(first).toMatchObject({ state: 'ringing', dueAt: 9_000 });
    const again = translateCall(first ? [first] : [], sighting(lost), 8_000).calls;
    expect(again).toMatchObject([{ state: 'ringing', dueAt: 9_000 }]);
    const [due] = again;
    expect(due && settle(again, due, 9_000)).toMatchObject({
      calls: [{ state: 'ended', dueAt: undefined }],
      reports: [{ type: 'call', ids: ['s-1'], state: 'ended' }],
    });
  });

  it.each<[string, Facts]>([
    ['presence', presence],
    ['the session', telephony],
    ['the web phone', leg],
  ])('U-14: is over when %s tells of the call', (_name, step) => {
    expect(see(presence, lost, step).calls).toMatchObject([{ dueAt: undefined }]);
  });

  it('is not over when a stream tells that the call is lost, too', () => {
    const both = see(presence, lost, { ...telephony, phase: 'silent' });
    expect(both.calls).toMatchObject([{ presence: 'silent', dueAt: 9_000 }]);
  });

  it.each([
    [undefined, false],
    [9_001, false],
    [9_000, true],
    [8_999, true],
  ])('until %p is up at 9000: %p', (dueAt, due) => {
    expect(isDue(tracked({ dueAt }), 9_000)).toBe(due);
  });
});

describe('a doubt', () => {
  const live = tracked({
    leg: 'leg-1',
    phone: 'active',
    presence: 'active',
    telephony: 'active',
    state: 'active',
  });
  const elsewhere = tracked({ presence: 'active', state: 'active' });
  const over = tracked({ leg: 'leg-2', phone: 'ended', state: 'ended' });

  it('U-17: is of calls of the web phone that it no longer lists, and of no others', () => {
    expect(doubt([live, elsewhere, over], 9_000, [])).toEqual([
      { ...live, phone: 'silent', dueAt: 9_000 },
      elsewhere,
      over,
    ]);
    expect(doubt([live], 9_000, ['leg-0', 'leg-1'])).toEqual([live]);
  });

  it('is of a leg that rings, and of none that has ended', () => {
    const rings = tracked({ leg: 'leg-1', phone: 'waiting' });
    const left = tracked({ leg: 'leg-1', phone: 'ended', open: true, presence: 'active', state: 'active' });
    expect(doubt([rings, left], 9_000, ['leg-2'])).toEqual([
      { ...rings, phone: 'silent', dueAt: 9_000 },
      left,
    ]);
  });

  it('is of all live calls, on whatever device, when everything starts anew', () => {
    expect(doubt([live, elsewhere, over], 9_000)).toEqual([
      { ...live, phone: 'silent', presence: 'silent', telephony: undefined, dueAt: 9_000 },
      { ...elsewhere, phone: undefined, presence: 'silent', telephony: undefined, dueAt: 9_000 },
      over,
    ]);
    const session = tracked({ telephony: 'active', phone: 'ended' });
    expect(doubt([session], 9_000)).toMatchObject([{ phone: 'ended', presence: 'silent' }]);
    const alone = tracked({ leg: 'leg-1', phone: 'active' });
    expect(doubt([alone], 9_000)).toMatchObject([{ phone: 'silent', presence: undefined }]);
  });

  it('keeps an earlier end, and brings a later one forward', () => {
    const at = (dueAt: number) => doubt([{ ...live, dueAt }], 9_000)[0]?.dueAt;
    expect(at(8_000)).toBe(8_000);
    expect(at(10_000)).toBe(9_000);
  });
});
