import { logged, translatePresence } from './translatePresence.js';

const call = {
  direction: 'Inbound',
  from: { phoneNumber: '+12165325078', name: 'Somebody' },
  fromName: 'Ada',
  to: { phoneNumber: '+16505550101', extensionNumber: '101' },
  toName: 'Test User',
  telephonyStatus: 'Ringing',
  sessionId: '314705503099',
  telephonySessionId: 's-1',
  partyId: 'p-1',
  startTime: 1_000,
};

describe('what presence says of a call', () => {
  it('is who, when and which, with the names that stand beside the numbers', () => {
    expect(translatePresence(call, false)).toEqual([
      {
        stream: 'presence',
        direction: 'inbound',
        phase: 'waiting',
        session: 's-1',
        party: 'p-1',
        logged: '314705503099',
        caller: { number: '+12165325078', name: 'Ada' },
        callee: { number: '+16505550101', name: 'Test User', extension: '101' },
        startedAt: 1_000,
        deskphone: false,
      },
    ]);
  });

  it('U-15: is of a phone beside the computer, when RingOut placed it', () => {
    expect(translatePresence({ ...call, direction: 'Outbound' }, true)).toMatchObject([
      { direction: 'outbound', deskphone: true },
    ]);
  });

  it.each([
    ['Ringing', undefined, 'waiting'],
    ['CallConnected', undefined, 'active'],
    ['OnHold', undefined, 'held'],
    ['ParkedCall', undefined, 'held'],
    ['NoCall', undefined, 'silent'],
    ['NoCall', 'intermediate', 'silent'],
    ['NoCall', 'final', 'ended'],
    ['CallConnected', 'intermediate', 'active'],
    ['CallConnected', 'final', 'ended'],
  ])('U-14: is the end only if it is final: %s, %p is %s', (telephonyStatus, terminationType, phase) => {
    expect(translatePresence({ ...call, telephonyStatus, terminationType }, false)).toMatchObject([
      { phase },
    ]);
  });

  it.each([undefined, null, 'Something'])('is nothing for the status %p', (telephonyStatus) => {
    const unknown = { ...call, telephonyStatus, terminationType: 'final' };
    expect(translatePresence(unknown, false)).toEqual([]);
  });
});

describe('the number of a call in the call log', () => {
  it.each([
    ['314705503099', '314705503099'],
    [314705503099, '314705503099'],
    ['0', undefined],
    [0, undefined],
    ['', undefined],
    ['s-1', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('%p is %p', (sessionId, expected) => {
    expect(logged({ sessionId })).toBe(expected);
  });
});
