import type { CallReport } from '@offhook/core';
import type { Sighting } from './sighting.js';
import { sighting, tracked } from './testing/calls.js';
import type { TrackedCall } from './trackedCall.js';
import { isDue, settle, translateCall } from './translateCall.js';

type Facts = Partial<Sighting>;

const none = { session: undefined, party: undefined };
const leg: Facts = { leg: 'leg-1', open: true };
const presence: Facts = { stream: 'presence' };
const telephony: Facts = { stream: 'telephony' };

/** The calls after these sightings, and what the last of them made the client hear. */
function see(...steps: readonly Facts[]): { calls: readonly TrackedCall[]; reports: readonly CallReport[] } {
  let calls: readonly TrackedCall[] = [];
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

/** The web phone's leg of a call, before it names a session. */
const unnamed: Facts = { leg: 'leg-1', ...none };
const named: Facts = { leg: 'leg-1' };

describe('a call joined by number alone', () => {
  it.each<[string, Facts[], string[]]>([
    ['presence came first', [presence, unnamed], ['s-1']],
    ['the leg came first', [unnamed, presence], ['leg-1']],
  ])('keeps to the ids that it had, when %s', (_name, steps, ids) => {
    const { calls, reports } = see(...steps);
    expect(calls).toMatchObject([{ leg: 'leg-1', session: 's-1' }]);
    expect(reports).toMatchObject([{ ids }]);
  });

  it('U-13: has all its ids, once the leg names the same session', () => {
    expect(see(presence, unnamed, named).reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
    expect(see(unnamed, presence, named).reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
  });

  it('is two calls, if the leg names another session: the leg comes anew, where presence was there first', () => {
    const { calls, reports } = see(presence, unnamed, { ...named, session: 's-2', party: 'p-2' });
    expect(calls).toMatchObject([
      { ids: ['s-1'], session: 's-1', presence: 'waiting' },
      { ids: ['s-2', 'leg-1'], session: 's-2', leg: 'leg-1', phone: 'waiting', parties: ['p-2'] },
    ]);
    expect(calls[0]).toMatchObject({ leg: undefined, phone: undefined });
    expect(calls[1]?.presence).toBeUndefined();
    expect(reports).toMatchObject([{ ids: ['s-2', 'leg-1'] }]);
  });

  it('is two calls, if the leg names another session: it stays, where it was there first', () => {
    const steps = [unnamed, presence, { ...named, session: 's-2', party: 'p-2' }];
    expect(see(...steps).calls).toMatchObject([
      { ids: ['s-2', 'leg-1'], session: 's-2', leg: 'leg-1', parties: ['p-2'] },
    ]);
    // Presence comes anew with its next frame.
    expect(see(...steps, presence).calls).toMatchObject([
      { session: 's-2' },
      { ids: ['s-1'], session: 's-1' },
    ]);
  });

  it('stays one, as long as the leg names no session, whichever stream goes on', () => {
    expect(see(presence, unnamed, { ...unnamed, phase: 'active' }).calls).toMatchObject([
      { state: 'active', session: 's-1' },
    ]);
    const byLog = { ...presence, session: undefined, logged: '31' };
    expect(see(unnamed, byLog, { ...byLog, session: 's-1' }).calls).toMatchObject([
      { leg: 'leg-1', session: 's-1' },
    ]);
  });

  it('is what the web phone says, once it has named its session', () => {
    const { calls } = see(presence, named, { ...named, session: 's-2' });
    expect(calls).toMatchObject([{ session: 's-1', leg: 'leg-1', presence: 'waiting' }]);
  });
});

describe('two calls that prove to be one', () => {
  const elsewhere = { ...presence, caller: { name: 'Ada' } };

  it('are told by the ids of both, and are one from then on', () => {
    const { calls, reports } = see(elsewhere, { ...unnamed, caller: { number: '+1216' } }, named);
    expect(calls).toMatchObject([{ leg: 'leg-1', session: 's-1', phone: 'waiting', presence: 'waiting' }]);
    expect(reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
  });

  it('are told by every id that either had', () => {
    const byLog = { ...elsewhere, session: undefined, logged: '31' };
    const steps = [byLog, { ...elsewhere, logged: '31' }, { ...unnamed, caller: { number: '+1216' } }, named];
    expect(see(...steps).reports).toMatchObject([{ ids: ['s-1', 'leg-1', '31/inbound'] }]);
  });

  it('are not one with what was over when the session came to us again', () => {
    const again = { ...named, party: 'p-2' };
    const { calls } = see(presence, { ...presence, phase: 'ended' }, again, { ...again, phase: 'active' });
    expect(calls).toMatchObject([
      { state: 'ended', ids: ['s-1'] },
      { state: 'active', ids: ['p-2', 'leg-1'] },
    ]);
  });

  it('are not one with a call in the other direction, of another session, or that has a leg of its own', () => {
    const other = { ...unnamed, caller: { number: '+1216' } };
    expect(see({ ...elsewhere, direction: 'outbound' }, other, named).calls).toHaveLength(2);
    expect(see({ ...elsewhere, session: 's-2' }, other, named).calls).toHaveLength(2);
    expect(see({ ...named, leg: 'leg-0' }, other, named).calls).toHaveLength(2);
  });

  it('leave alone the calls of other sessions', () => {
    const other = { ...presence, session: 's-9', party: 'p-9' };
    expect(see(other, elsewhere, { ...unnamed, caller: { number: '+1216' } }, named).calls).toMatchObject([
      { ids: ['s-9'] },
      { ids: ['s-1', 'leg-1'] },
    ]);
  });
});

describe('the calls that are remembered', () => {
  it('are the latest five hundred', () => {
    const many = Array.from({ length: 500 }, (_, at) => tracked({ session: `s-${at}`, ids: [`s-${at}`] }));
    const facts = sighting({ session: 's-new', caller: { number: '+1216' } });
    const { calls } = translateCall(many, facts, 7_000);
    expect(calls).toHaveLength(500);
    expect(calls[0]?.session).toBe('s-1');
    expect(calls.at(-1)?.session).toBe('s-new');
  });

  it('stay in their places, whichever of them is told of', () => {
    const three = ['s-1', 's-2', 's-3'].map((session) => tracked({ session, ids: [session] }));
    const { calls } = translateCall(three, sighting({ session: 's-2', phase: 'active' }), 7_000);
    expect(calls.map(({ session, state }) => `${session} ${state}`)).toEqual([
      's-1 ringing',
      's-2 active',
      's-3 ringing',
    ]);
    expect(calls[0]).toBe(three[0]);
  });
});
