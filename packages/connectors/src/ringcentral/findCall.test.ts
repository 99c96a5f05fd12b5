import { findCall } from './findCall.js';
import type { Sighting } from './sighting.js';
import { sighting, tracked } from './testing/calls.js';
import type { TrackedCall } from './trackedCall.js';

/** Which of the calls it is, by its place; or what `findCall` says instead. */
function find(facts: Partial<Sighting>, ...calls: readonly Partial<TrackedCall>[]): number | 'new' | false {
  const all = calls.map(tracked);
  const found = findCall(all, sighting(facts));
  return typeof found === 'object' ? all.indexOf(found) : found;
}

const ended = 'ended' as const;
const unnamed = { session: undefined, party: undefined };

describe('a call is found', () => {
  it('by the leg of the web phone, whatever session that names', () => {
    expect(find({ leg: 'leg-1' }, { session: 's-1' }, { leg: 'leg-1', session: 's-2' })).toBe(1);
  });

  it('by the leg, also when it is over', () => {
    expect(find({ leg: 'leg-1', phase: ended }, { leg: 'leg-2' }, { leg: 'leg-1', state: ended })).toBe(1);
  });

  it('not by having no leg, as others have none', () => {
    expect(find({ leg: undefined }, { session: 's-2' })).toBe('new');
  });

  it('by the session', () => {
    expect(find({}, { session: 's-2' }, { session: 's-1' })).toBe(1);
  });

  it('by the session and its direction: who calls themselves has two calls in it', () => {
    const both = [{ session: 's-1', direction: 'outbound' }, { session: 's-1' }] as const;
    expect(find({}, ...both)).toBe(1);
    expect(find({ direction: 'outbound' }, ...both)).toBe(0);
  });

  it('by the number in the call log, where one of the two knows no session', () => {
    expect(find({ session: undefined, logged: '31' }, { logged: '32' }, { logged: '31' })).toBe(1);
    expect(find({ logged: '31' }, { logged: '31' })).toBe(0);
    expect(find({ session: undefined, logged: '31' }, { logged: '31', session: 's-2' })).toBe(0);
  });

  it('not by the number in the call log, where two sessions have the same', () => {
    expect(find({ logged: '31' }, { logged: '31', session: 's-2' })).toBe('new');
  });

  it('not by having no number in the call log, as others have none', () => {
    expect(find({ caller: { number: '+12160000000' } }, {})).toBe('new');
  });

  it('by our party before the session, then by what is live, then by what came first', () => {
    const [over, live] = [
      { session: 's-1', parties: ['p-1'], state: ended },
      { session: 's-1', parties: ['p-2'] },
    ];
    expect(find({ party: 'p-1' }, live, over)).toBe(1);
    expect(find({ party: 'p-2' }, over, live)).toBe(1);
    expect(find({ party: undefined }, over, live)).toBe(1);
    expect(find({ party: undefined }, over, over)).toBe(0);
  });

  it('by the same session as another party of ours, to which the call goes on', () => {
    expect(find({ party: 'p-2' }, { session: 's-1', parties: ['p-1'] })).toBe(0);
  });
});

describe('where no id tells, a call is found by its number', () => {
  it('for a leg that names no session, on a call that has no leg yet', () => {
    expect(find({ leg: 'leg-1', ...unnamed }, { session: 's-2', logged: '31' })).toBe(0);
    expect(find({ leg: 'leg-1', ...unnamed, caller: { number: '(216) 532-5078' } }, { session: 's-2' })).toBe(
      0,
    );
  });

  it.each<[string, Partial<Sighting>, Partial<TrackedCall>]>([
    ['the leg names another session', { leg: 'leg-1' }, { session: 's-2' }],
    ['the call has a leg already', { leg: 'leg-1', ...unnamed }, { leg: 'leg-2' }],
    ['the call is over', { leg: 'leg-1', ...unnamed }, { session: 's-2', state: ended }],
    ['the call goes the other way', { leg: 'leg-1', ...unnamed }, { session: 's-2', direction: 'outbound' }],
    ['the number is another', { leg: 'leg-1', ...unnamed }, { session: 's-2', remote: { number: '+1216' } }],
    ['the leg has ended', { leg: 'leg-1', ...unnamed, phase: ended }, { session: 's-2' }],
    ['the call has a session of its own', { session: 's-1' }, { leg: 'leg-1', session: 's-2' }],
    ['the call has a number in the call log', { session: 's-1' }, { leg: 'leg-1', logged: '31' }],
  ])('but not if %s', (_name, facts, call) => {
    expect(find(facts, call)).toBe('new');
  });

  it('for a session, on a leg that has named none', () => {
    expect(find({}, { leg: 'leg-1' })).toBe(0);
    expect(find({}, { leg: 'leg-2', session: 's-2' }, { leg: 'leg-1' })).toBe(1);
  });

  it('of the other party, which an outbound call has at its far end', () => {
    const out = {
      direction: 'outbound',
      caller: { number: '1' },
      callee: { number: '+12165325078' },
    } as const;
    expect(find(out, { leg: 'leg-1', direction: 'outbound' })).toBe(0);
  });

  it('but not if two come into question', () => {
    expect(find({ leg: 'leg-3', ...unnamed }, { session: 's-1' }, { session: 's-2' })).toBe('new');
  });
});

describe('a call is new', () => {
  it.each<[string, Partial<Sighting>]>([
    ['a session', {}],
    ['a leg', { leg: 'leg-1', ...unnamed }],
    ['the call log', { ...unnamed, logged: '31' }],
  ])('where %s names one that nobody knows', (_name, facts) => {
    expect(find({ ...facts, phase: 'active' })).toBe('new');
  });

  it('where a leg ends that nobody saw begin, but not in a list of the calls there are', () => {
    expect(find({ leg: 'leg-1', phase: ended })).toBe('new');
    expect(find({ leg: 'leg-1', phase: ended, listed: true })).toBe(false);
    expect(find({ leg: 'leg-1', listed: true })).toBe('new');
  });

  it('not where others tell of the end, or the loss, of one that nobody knows', () => {
    expect(find({ phase: ended })).toBe(false);
    expect(find({ phase: 'silent' })).toBe(false);
  });

  it('not where nothing names it', () => {
    expect(find(unnamed)).toBe(false);
  });

  it('where its session comes to us again, as a new party, after the end', () => {
    const over = { session: 's-1', parties: ['p-1'], state: ended };
    expect(find({ party: 'p-2' }, over)).toBe('new');
    expect(find({ party: 'p-2', phase: ended }, over)).toBe(false);
  });

  it('where its session comes to us again, on a new leg, after the end', () => {
    const over = { session: 's-1', leg: 'leg-1', state: ended };
    expect(find({ leg: 'leg-2' }, over)).toBe('new');
    expect(find({ leg: 'leg-2', phase: ended }, over)).toBe(false);
  });
});

describe('a frame of what is over', () => {
  const over = { session: 's-1', parties: ['p-1'], state: ended };

  it('is of that call, not of a new one, if it tells of the same party', () => {
    expect(find({ phase: 'active' }, over)).toBe(0);
    expect(find({ phase: 'active', party: undefined }, over)).toBe(0);
    expect(find({ phase: 'active' }, { ...over, leg: 'leg-1' })).toBe(0);
  });

  it('is of that call, if it had no leg and the web phone tells of the same party', () => {
    expect(find({ leg: 'leg-1', phase: 'active' }, over)).toBe(0);
  });
});

describe('the end of another party in the session', () => {
  it('is nothing to a live call of ours: it rang at that agent before, or was flipped from that device', () => {
    expect(find({ party: 'p-2', phase: ended }, { session: 's-1', parties: ['p-1'] })).toBe(false);
  });

  it('is its end, if nobody has said which party is ours', () => {
    expect(find({ party: 'p-2', phase: ended }, { session: 's-1' })).toBe(0);
    expect(find({ party: undefined, phase: ended }, { session: 's-1', parties: ['p-1'] })).toBe(0);
    expect(find({ party: 'p-2', phase: ended }, { session: 's-1', parties: ['p-1', 'p-2'] })).toBe(0);
  });
});
