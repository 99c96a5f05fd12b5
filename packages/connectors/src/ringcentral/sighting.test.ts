import { isAnswered, isLive, phaseOf, remoteOf } from './sighting.js';
import { sighting } from './testing/calls.js';

describe('the phase of a call', () => {
  it.each([
    ['a frame of the web phone', 'start', 'active'],
    ['a frame of the web phone', 'hold', 'held'],
    ['a frame of the web phone', 'resume', 'active'],
    ['a frame of the web phone', 'end', 'ended'],
    ['a status of the web phone', 'connected', 'active'],
    ['a status of the web phone', 'onMute', 'active'],
    ['a status of the web phone', 'onHold', 'held'],
    ['a status of the web phone', 'replaced', 'ended'],
    ['a status of the web phone', 'finished', 'ended'],
    ['presence', 'Ringing', 'waiting'],
    ['presence', 'CallConnected', 'active'],
    ['presence', 'OnHold', 'held'],
    ['presence', 'ParkedCall', 'held'],
    ['presence', 'NoCall', 'silent'],
    ['a party in a session', 'Setup', 'waiting'],
    ['a party in a session', 'Proceeding', 'waiting'],
    ['a party in a session', 'Answered', 'active'],
    ['a party in a session', 'Hold', 'held'],
    ['a party in a session', 'Parked', 'held'],
    ['a party in a session', 'Disconnected', 'ended'],
    ['a party in a session', 'Gone', 'ended'],
    ['a party in a session', 'VoiceMail', 'ended'],
  ])('in the words of %s: %s is %s', (_stream, word, phase) => {
    expect(phaseOf(word)).toBe(phase);
  });

  // The web phone's `setup` and `connecting` say nothing of whether somebody has answered: its start time does.
  it.each(['ring', 'init', 'mute', 'setup', 'connecting', 'Connected', 'something', '', undefined, null, 7])(
    'is not in the word %p',
    (word) => {
      expect(phaseOf(word)).toBeUndefined();
    },
  );

  it.each([
    ['waiting', false, true],
    ['active', true, true],
    ['held', true, true],
    ['silent', false, false],
    ['ended', false, false],
    [undefined, false, false],
  ] as const)('%s: answered %p, live %p', (phase, answered, live) => {
    expect(isAnswered(phase)).toBe(answered);
    expect(isLive(phase)).toBe(live);
  });
});

describe('whoever we talk to', () => {
  const [caller, callee] = [{ number: '1' }, { number: '2' }];

  it.each([
    ['inbound', caller],
    ['outbound', callee],
  ] as const)('of an %s call is at its other end', (direction, remote) => {
    expect(remoteOf(sighting({ direction, caller, callee }))).toBe(remote);
  });
});
