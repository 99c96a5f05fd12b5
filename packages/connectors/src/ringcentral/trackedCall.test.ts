import { tracked } from './testing/calls.js';
import { isGuess, stateAs, type TrackedCall } from './trackedCall.js';

type Facts = Partial<TrackedCall>;

describe('a guess', () => {
  it.each<[string, Facts, boolean]>([
    ['a leg and presence, by number alone', { leg: 'leg-1', presence: 'active' }, true],
    ['a leg and the session, by number alone', { leg: 'leg-1', telephony: 'active' }, true],
    ['a leg alone', { leg: 'leg-1' }, false],
    ['a leg that named the session', { leg: 'leg-1', named: true, presence: 'active' }, false],
    ['a call without a leg', { presence: 'active', telephony: 'active' }, false],
  ])('%s: %j, %p', (_name, facts, expected) => {
    expect(isGuess(tracked(facts))).toBe(expected);
  });
});

describe('the state that a phase is', () => {
  it.each([
    ['waiting', 'inbound', 'ringing'],
    ['waiting', 'outbound', 'dialing'],
    ['silent', 'inbound', 'ringing'],
    [undefined, 'outbound', 'dialing'],
    ['active', 'inbound', 'active'],
    ['held', 'outbound', 'held'],
    ['ended', 'inbound', 'ended'],
    ['ended', 'outbound', 'ended'],
  ] as const)('%s, %s: %s', (phase, direction, state) => {
    expect(stateAs(phase, direction)).toBe(state);
  });
});
