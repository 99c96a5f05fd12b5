import type { TrackedCall } from './trackedCall.js';
import { idsOf, reportCall } from './reportCall.js';
import { sighting, tracked } from './testing/calls.js';

type Facts = Partial<TrackedCall>;

const ids = (facts: Facts, ...others: readonly Facts[]): readonly string[] =>
  idsOf(tracked({ ids: [], ...facts }), others.map(tracked));

const legs = (facts: Facts): unknown => reportCall(tracked(facts)).legs;

describe('the ids of a call', () => {
  it.each<[string, Facts, string[]]>([
    ['the session’s before the leg’s', { session: 's-1', leg: 'leg-1', named: true }, ['s-1', 'leg-1']],
    ['the leg’s, as long as there is no other', { leg: 'leg-1' }, ['leg-1']],
    [
      'the call log’s number with the direction, which tells both ends apart',
      { logged: '31', leg: 'leg-1', named: true },
      ['31/inbound', 'leg-1'],
    ],
    ['the session’s before the call log’s', { session: 's-1', logged: '31' }, ['s-1']],
    [
      'those that were told before, behind what is learnt',
      { session: 's-1', ids: ['leg-1'] },
      ['s-1', 'leg-1'],
    ],
    ['each once', { session: 's-1', leg: 'leg-1', ids: ['s-1', 'leg-1'] }, ['s-1', 'leg-1']],
    [
      'only those that were told before, for what was joined by number alone',
      { leg: 'leg-1', session: 's-1', presence: 'waiting', ids: ['s-1'] },
      ['s-1'],
    ],
    ['none, if nothing names it', { parties: ['p-1'] }, []],
  ])('are %s', (_name, facts, expected) => {
    expect(ids(facts)).toEqual(expected);
  });

  it('U-13: are those of our party, where another call has the session’s', () => {
    const own = { session: 's-1', parties: ['p-2'] };
    expect(ids(own, { ids: ['s-1'] })).toEqual(['p-2']);
    expect(ids({ ...own, parties: ['p-1', 'p-2'] }, { ids: ['s-1', 'p-1'] })).toEqual(['p-2']);
    expect(ids(own, { ids: ['s-9', 's-1'] }, { ids: ['s-2'] })).toEqual(['p-2']);
    expect(ids(own, { ids: ['s-2'] })).toEqual(['s-1']);
  });

  it('keep to the one that was told, though the session’s has become free', () => {
    expect(ids({ session: 's-1', parties: ['p-2'], ids: ['p-2'] })).toEqual(['p-2']);
  });
});

describe('the legs of a call', () => {
  it.each<[string, Facts, object[]]>([
    [
      'the web phone’s, as it stands there',
      { leg: 'leg-1', phone: 'held', state: 'active', parties: ['p-1'] },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'held' }],
    ],
    [
      'the web phone’s, which rings',
      { leg: 'leg-1', phone: 'waiting' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'ringing' }],
    ],
    [
      'the web phone’s, which dials',
      { leg: 'leg-1', phone: 'waiting', direction: 'outbound', state: 'dialing' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'dialing' }],
    ],
    [
      'the web phone’s, which was lost, wherever the call is',
      { leg: 'leg-1', phone: 'silent', state: 'held' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'held' }],
    ],
    [
      'one on a device that nobody names, by our latest party',
      { parties: ['p-1', 'p-2', 'p-3'], session: 's-1', logged: '31', state: 'active' },
      [{ vendorId: 'p-3', kind: 'unknown', state: 'active' }],
    ],
    [
      'one on another device, by the session',
      { session: 's-1', logged: '31' },
      [{ vendorId: 's-1', kind: 'unknown', state: 'ringing' }],
    ],
    [
      'one on another device, by the call log',
      { logged: '31' },
      [{ vendorId: '31', kind: 'unknown', state: 'ringing' }],
    ],
    [
      'one on the phone on the desk',
      { session: 's-1', deskphone: true },
      [{ vendorId: 's-1', kind: 'deskphone', state: 'ringing' }],
    ],
    ['none, if nothing names one', {}, []],
    [
      'the ended one of the web phone and the one that goes on elsewhere',
      { leg: 'leg-1', phone: 'ended', open: true, answered: true, state: 'active', session: 's-1' },
      [
        { vendorId: 'leg-1', kind: 'softphone', state: 'ended' },
        { vendorId: 's-1', kind: 'unknown', state: 'active' },
      ],
    ],
    [
      'only the ended one, if nobody else may have it',
      { leg: 'leg-1', phone: 'ended', open: false, answered: true, state: 'ended', session: 's-1' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'ended' }],
    ],
    [
      'only the ended one, if nobody has answered',
      { leg: 'leg-1', phone: 'ended', open: true, session: 's-1' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'ended' }],
    ],
    [
      'only that of the web phone, as long as it has it',
      { leg: 'leg-1', phone: 'active', open: true, answered: true, state: 'active', session: 's-1' },
      [{ vendorId: 'leg-1', kind: 'softphone', state: 'active' }],
    ],
  ])('are %s', (_name, facts, expected) => {
    expect(legs(facts)).toEqual(expected);
  });
});

describe('what the client is to know of a call', () => {
  it('is all that is known of it', () => {
    const call = tracked({ session: 's-1', logged: '31', startedAt: 1_000, deskphone: true });
    expect(reportCall(call)).toEqual({
      type: 'call',
      ids: ['s-1'],
      direction: 'inbound',
      state: 'ringing',
      remote: { number: '+12165325078', name: 'Ada' },
      local: { extension: '101' },
      legs: [{ vendorId: 's-1', kind: 'deskphone', state: 'ringing' }],
      startedAt: 1_000,
      userData: { sessionId: '31' },
    });
  });

  it('has no keys for what is not known', () => {
    const report = reportCall(tracked(), sighting({ facts: { muted: undefined } }));
    expect(Object.keys(report).sort()).toEqual(
      ['type', 'ids', 'direction', 'state', 'remote', 'local', 'legs'].sort(),
    );
  });

  it('has the facts of the frame that told of it', () => {
    const facts = { muted: false, recording: 'on', queue: 'Sales', answeredAt: 2_000 } as const;
    expect(reportCall(tracked(), sighting({ facts }))).toMatchObject(facts);
  });
});
