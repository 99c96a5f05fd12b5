import type { CallReport } from '../model/report.js';
import type { Call } from '../model/call.js';
import { deepFreeze } from '../testing/deepFreeze.js';
import { at, callIn, folded, start } from '../testing/foldSetUp.js';
import { twinReport } from './twinReport.js';

const twin = (older: Call, younger: Call): CallReport => twinReport(deepFreeze(older), deepFreeze(younger));

const knowing: Partial<CallReport> = {
  ids: ['2'],
  local: { extension: '101' },
  participants: [{ name: 'Bob' }],
  queue: 'sales',
  team: 'north',
  recording: 'on',
  recordings: [{ id: 'r1' }],
  sipCallId: 's',
  linkedId: '7',
  remote: { number: '+12165325078', name: 'Ann' },
  userData: { caseId: '5' },
  legs: [{ vendorId: '2', kind: 'softphone', state: 'ringing' }],
};

it('tells the older all that it does not know', () => {
  expect(twin(callIn('ringing'), callIn('ringing', knowing))).toEqual({
    ...knowing,
    type: 'call',
    mergedBy: 'vendor-ids',
  });
});

it('tells nothing that the older knows better', () => {
  const other: Partial<CallReport> = {
    local: { extension: '102' },
    participants: [{ name: 'Cy' }],
    queue: 'support',
    team: 'south',
    recording: 'off',
    recordings: [{ id: 'r2' }],
    sipCallId: 't',
    linkedId: '8',
    remote: { number: '+12165325079', name: 'Dee' },
    userData: { caseId: '6' },
  };
  const older = callIn('ringing', other);
  expect(folded(older, twin(older, callIn('ringing', knowing)))).toMatchObject(other);
});

it('tells of a younger one that knows nothing only that it was the same', () => {
  expect(twin(callIn('ringing', knowing), callIn('ringing', { ids: ['3'] }))).toEqual({
    type: 'call',
    ids: ['3'],
    legs: knowing.legs,
    remote: knowing.remote,
    userData: knowing.userData,
    mergedBy: 'vendor-ids',
  });
});

it('has the legs of both, each once, as the older knows it', () => {
  const leg = (vendorId: string, kind: 'softphone' | 'deskphone') => ({
    vendorId,
    kind,
    state: 'ringing' as const,
  });
  const older = callIn('ringing', { legs: [leg('a', 'softphone'), leg('b', 'softphone')] });
  const younger = callIn('ringing', { legs: [leg('b', 'deskphone'), leg('c', 'deskphone')] });
  expect(twin(older, younger).legs).toEqual([
    leg('a', 'softphone'),
    leg('b', 'softphone'),
    leg('c', 'deskphone'),
  ]);
});

it('merges what both know of the other party and the vendor’s own, key by key', () => {
  const older = callIn('ringing', { remote: { number: '101' }, userData: { a: '1' } });
  const younger = callIn('ringing', { remote: { number: '102', name: 'Ann' }, userData: { a: '2', b: '3' } });
  expect(twin(older, younger)).toMatchObject({
    remote: { number: '101', name: 'Ann' },
    userData: { a: '1', b: '3' },
  });
});

describe('a younger one that was answered', () => {
  it.each(['ringing', 'dialing'] as const)(
    'makes one that is %s active, muted if it was, since when it was',
    (state) => {
      for (const reached of ['active', 'held'] as const) {
        const younger = callIn(reached, { muted: true }, at(500));
        expect(twin(callIn(state), younger)).toMatchObject({
          state: 'active',
          muted: true,
          answeredAt: start + 500,
        });
      }
    },
  );

  it.each(['active', 'held'] as const)('leaves one that is %s as it is', (state) => {
    const report = twin(callIn(state), callIn('active', { muted: true }));
    for (const key of ['state', 'muted', 'answeredAt']) expect(report).not.toHaveProperty(key);
  });

  it('makes no ended call live', () => {
    const ended = folded(callIn('ringing'), { state: 'ended' });
    expect(twin(ended, callIn('active'))).not.toHaveProperty('state');
  });
});

it.each(['ringing', 'dialing', 'ended'] as const)('a younger one that is %s moves no state', (state) => {
  const report = twin(callIn('ringing'), callIn(state));
  for (const key of ['state', 'muted', 'answeredAt']) expect(report).not.toHaveProperty(key);
});
