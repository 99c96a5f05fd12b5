import type { CallReport } from '@offhook/core';
import type { Sighting } from './sighting.js';
import { sighting, tracked } from './testing/calls.js';
import type { TrackedCall } from './trackedCall.js';
import { translateCall } from './translateCall.js';

type Facts = Partial<Sighting>;

const unnamed = { session: undefined, party: undefined };
/** The web phone’s leg of a call, before it names a session and after. */
const leg: Facts = { leg: 'leg-1', ...unnamed };
const named: Facts = { leg: 'leg-1' };
const presence: Facts = { stream: 'presence' };

function see(...steps: readonly Facts[]) {
  let calls: readonly TrackedCall[] = [];
  let reports: readonly CallReport[] = [];
  for (const step of steps) ({ calls, reports } = translateCall(calls, sighting(step), 7_000));
  return { calls, reports };
}

describe('a call joined by number alone', () => {
  it.each<[string, Facts[], string[]]>([
    ['presence came first', [presence, leg], ['s-1']],
    ['the leg came first', [leg, presence], ['leg-1']],
  ])('keeps to the ids that it had, when %s', (_name, steps, ids) => {
    const { calls, reports } = see(...steps);
    expect(calls).toMatchObject([{ leg: 'leg-1', session: 's-1' }]);
    expect(reports).toMatchObject([{ ids }]);
  });

  it('U-13: has all its ids, once the leg names the same session', () => {
    expect(see(presence, leg, named).reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
    expect(see(leg, presence, named).reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
  });

  it('is two calls, if the leg names another session: the leg comes anew, where presence was there first', () => {
    const { calls, reports } = see(presence, leg, { ...named, session: 's-2', party: 'p-2' });
    expect(calls).toMatchObject([
      { ids: ['s-1'], session: 's-1', presence: 'waiting' },
      { ids: ['s-2', 'leg-1'], session: 's-2', leg: 'leg-1', phone: 'waiting', parties: ['p-2'] },
    ]);
    expect(calls[0]).toMatchObject({ leg: undefined, phone: undefined });
    expect(calls[1]?.presence).toBeUndefined();
    expect(reports).toMatchObject([{ ids: ['s-2', 'leg-1'] }]);
  });

  it('is two calls, if the leg names another session: it stays, where it was there first', () => {
    const steps = [leg, presence, { ...named, session: 's-2', party: 'p-2' }];
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
    expect(see(presence, leg, { ...leg, phase: 'active' }).calls).toMatchObject([
      { state: 'active', session: 's-1' },
    ]);
    const byLog = { ...presence, session: undefined, logged: '31' };
    expect(see(leg, byLog, { ...byLog, session: 's-1' }).calls).toMatchObject([
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
    const { calls, reports } = see(elsewhere, { ...leg, caller: { number: '+1216' } }, named);
    expect(calls).toHaveLength(1);
    expect(calls).toMatchObject([{ leg: 'leg-1', session: 's-1', phone: 'waiting', presence: 'waiting' }]);
    expect(reports).toMatchObject([{ ids: ['s-1', 'leg-1'] }]);
  });

  it('are told by every id that either had', () => {
    const byLog = { ...elsewhere, session: undefined, logged: '31' };
    const steps = [byLog, { ...elsewhere, logged: '31' }, { ...leg, caller: { number: '+1216' } }, named];
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
    const other = { ...leg, caller: { number: '+1216' } };
    expect(see({ ...elsewhere, direction: 'outbound' }, other, named).calls).toHaveLength(2);
    expect(see({ ...elsewhere, session: 's-2' }, other, named).calls).toHaveLength(2);
    expect(see({ ...named, leg: 'leg-0' }, other, named).calls).toHaveLength(2);
  });

  it('leave alone the calls of other sessions', () => {
    const other = { ...presence, session: 's-9', party: 'p-9' };
    expect(see(other, elsewhere, { ...leg, caller: { number: '+1216' } }, named).calls).toMatchObject([
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
