import { desk, login, session, update } from './testing/frames.js';
import { isConnectMeFrame } from './wire.js';

describe('isConnectMeFrame', () => {
  it('S0-0a: takes events in their envelope, known and unknown ones', () => {
    for (const frame of [login, session(1), desk(2), update(1, 'ringing'), { event: 'somethingNew', x: 1 }]) {
      expect(isConnectMeFrame(frame)).toBe(true);
    }
  });

  it('S0-0a: takes no event without a name, and nobody else’s messages', () => {
    for (const frame of [
      {},
      null,
      'ready',
      { type: 'newSession' },
      { event: '' },
      { event: 'two words' },
      { event: 'x'.repeat(65) },
      { event: ['ready'] },
      { event: Object('ready') as unknown },
    ]) {
      expect(isConnectMeFrame(frame)).toBe(false);
    }
  });

  it('S0-6: takes the bare string capabilitiesRequest, and it alone', () => {
    expect(isConnectMeFrame('capabilitiesRequest')).toBe(true);
    expect(isConnectMeFrame('capabilitiesRequested')).toBe(false);
    expect(isConnectMeFrame(Object('capabilitiesRequest'))).toBe(false);
  });

  it('S0-18: takes 0 for an id, and nothing that is no small integer', () => {
    expect(isConnectMeFrame(session(0))).toBe(true);
    expect(isConnectMeFrame(update(0, 'confirmed'))).toBe(true);
    for (const id of [-1, 1.5, NaN, Infinity, '1', null, undefined, Number.MAX_SAFE_INTEGER + 1]) {
      expect(isConnectMeFrame({ ...session(1), id })).toBe(false);
      expect(isConnectMeFrame({ ...update(1, 'confirmed'), id })).toBe(false);
    }
  });

  it('takes no session without a direction, and no update without a status', () => {
    expect(isConnectMeFrame({ ...session(1), incoming: 'yes' })).toBe(false);
    expect(isConnectMeFrame({ ...update(1, ''), other: 1 })).toBe(false);
  });
});
