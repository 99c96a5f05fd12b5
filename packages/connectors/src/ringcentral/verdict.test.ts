import type { TrackedCall } from './trackedCall.js';
import { tracked } from './testing/calls.js';
import { verdict } from './verdict.js';

type Facts = Partial<TrackedCall>;

/** A call that has got as far as `active`, by what the client was told. */
const talking: Facts = { state: 'active', answered: true };
/** Put together by number alone: the web phone has named no session. */
const guess: Facts = { leg: 'leg-1' };
/** Not a guess: the web phone has named its session. */
const named: Facts = { leg: 'leg-1', named: true };

describe('the verdict over what the streams said last', () => {
  it.each<[string, Facts, string]>([
    ['nothing was said', {}, 'ringing'],
    ['it waits', { phone: 'waiting' }, 'ringing'],
    ['it waits, outbound', { direction: 'outbound', phone: 'waiting' }, 'dialing'],
    ['the web phone was answered', { phone: 'active' }, 'active'],
    ['the web phone holds it', { phone: 'held' }, 'held'],
    ['another device answered, by presence', { presence: 'active' }, 'active'],
    ['another device holds it, by the session', { telephony: 'held' }, 'held'],
    ['the web phone knows better than presence', { phone: 'held', presence: 'active' }, 'held'],
    ['presence knows better than the session', { presence: 'active', telephony: 'held' }, 'active'],
    ['only one stream has heard of the answer', { phone: 'waiting', telephony: 'active' }, 'active'],
    ['a stream lags behind the answer', { ...talking, phone: 'waiting' }, 'active'],
    ['a stream lags behind the hold', { ...talking, state: 'held', presence: 'waiting' }, 'held'],
    ['the stream that held it is told of again', { ...talking, state: 'held', phone: 'active' }, 'active'],
    ['the leg of an answered call ended', { ...talking, phone: 'ended', presence: 'active' }, 'ended'],
    ['the leg ended and nobody else speaks', { phone: 'ended', open: true }, 'ended'],
    ['the leg ended, and others know of it', { ...named, phone: 'ended', presence: 'waiting' }, 'ended'],
    [
      'an open leg ended, and another device has it',
      { phone: 'ended', open: true, presence: 'active' },
      'active',
    ],
    [
      'an open leg ended, and it still rings',
      { phone: 'ended', open: true, telephony: 'waiting' },
      'ringing',
    ],
    [
      'an open leg ended, and presence has lost it',
      { phone: 'ended', open: true, presence: 'silent' },
      'ended',
    ],
    [
      'an open leg ended, and presence says final',
      { phone: 'ended', open: true, presence: 'ended' },
      'ended',
    ],
    [
      'an open leg ended, one stream says final and one lags',
      { ...guess, phone: 'ended', open: true, presence: 'ended', telephony: 'active' },
      'ended',
    ],
    ['presence says final', { presence: 'ended' }, 'ended'],
    [
      'presence says final, and the web phone lags',
      { ...named, phone: 'active', presence: 'ended' },
      'ended',
    ],
    ['the session says final, and presence lags', { presence: 'active', telephony: 'ended' }, 'ended'],
    ['one says final of a guess', { ...guess, ...talking, phone: 'active', presence: 'ended' }, 'active'],
    ['presence merely lost it', { ...talking, presence: 'silent' }, 'active'],
    ['it was over before', { state: 'ended', phone: 'active' }, 'ended'],
  ])('%s: %j is %s', (_name, facts, state) => {
    expect(verdict(tracked(facts)).state).toBe(state);
  });

  it.each<[string, Facts, boolean]>([
    ['nothing was said', {}, false],
    ['it goes on', { ...talking, phone: 'active' }, false],
    ['presence lost what only it knows', { ...talking, presence: 'silent' }, true],
    ['presence lost what the web phone has', { ...talking, phone: 'active', presence: 'silent' }, false],
    ['the web phone lost it', { ...talking, phone: 'silent', presence: 'active' }, true],
    ['the session lost it', { ...talking, telephony: 'silent' }, false],
    [
      'an open leg ended, and the others still ring',
      { phone: 'ended', open: true, presence: 'waiting' },
      true,
    ],
    [
      'an open leg ended, and another device has it',
      { phone: 'ended', open: true, presence: 'active' },
      false,
    ],
    ['one says final of a guess', { ...guess, ...talking, phone: 'active', telephony: 'ended' }, true],
    ['it has ended', { phone: 'ended' }, false],
    ['one says final', { presence: 'ended' }, false],
    ['it was over before', { state: 'ended', presence: 'silent' }, false],
  ])('%s: %j, waits for an end: %p', (_name, facts, waits) => {
    expect(verdict(tracked(facts)).waits).toBe(waits);
  });
});
