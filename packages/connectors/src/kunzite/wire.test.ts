import { accepted, calling, ringing, terminated } from './testing/frames.js';
import { callEvent, isKunziteFrame, isLogged } from './wire.js';

describe('frames of the widget', () => {
  it.each([ringing(), calling(), accepted(), terminated(), { type: 'logged' }, { type: 'phone:logged' }])(
    'are let in: %j',
    (frame) => expect(isKunziteFrame(frame)).toBe(true),
  );

  it('are let in under a name that nobody knows, if it is one of the phone’s', () => {
    expect(isKunziteFrame({ type: 'phone:held' })).toBe(true);
    for (const type of [
      'phone:',
      'held',
      'phone:a b',
      'phone:logged\n',
      `phone:${'x'.repeat(65)}`,
      'xphone:held',
    ]) {
      expect(isKunziteFrame({ type })).toBe(false);
    }
  });

  it.each([null, undefined, 'logged', 7, [], { type: new String('logged') }, { type: ['logged'] }])(
    'are nothing of this kind: %j',
    (data) => expect(isKunziteFrame(data)).toBe(false),
  );

  it('name what they are about', () => {
    expect(callEvent({ type: 'phone:accepted' })).toBe('accepted');
    expect(callEvent({ type: 'phone:logged' })).toBeUndefined();
    expect(isLogged({ type: 'logged' }) && isLogged({ type: 'phone:logged' })).toBe(true);
    expect(isLogged({ type: 'phone:loggedout' })).toBe(false);
  });
});
