import { translateTelephony } from './translateTelephony.js';

const caller = { phoneNumber: '+12165325078', name: 'Ada' };
const us = { phoneNumber: '+16505550101', extensionId: '11' };
const colleague = { phoneNumber: '+16505550102', extensionId: 12, name: 'Bo' };

const ours = { id: 'p-1', direction: 'Inbound', from: caller, to: us, status: { code: 'Answered' } };
const callers = { id: 'p-0', direction: 'Outbound', from: caller, to: us, status: { code: 'Answered' } };
const colleagues = {
  id: 'p-2',
  direction: 'Inbound',
  from: caller,
  to: colleague,
  status: { code: 'Answered' },
};

const session = (parties: unknown, facts: object = {}) => ({ id: 's-1', sessionId: '31', parties, ...facts });

const see = (parties: unknown, facts: object = {}, known: readonly unknown[] = []) =>
  translateTelephony(session(parties, facts), known);

/** Why our party has ended, or nothing. */
const reasonOf = (direction: string, code: string, reason?: string) =>
  see([{ ...ours, direction, status: { code, reason } }])[0]?.reason;

describe('what a telephony session says of our party', () => {
  it('is who, when and which', () => {
    expect(see([ours], { creationTime: '2026-11-21T08:00:00.000Z' })).toEqual([
      {
        stream: 'telephony',
        direction: 'inbound',
        phase: 'active',
        session: 's-1',
        party: 'p-1',
        logged: '31',
        caller: { number: '+12165325078', name: 'Ada' },
        callee: { number: '+16505550101' },
        startedAt: Date.UTC(2026, 10, 21, 8),
        facts: { recording: undefined, participants: undefined },
        reason: undefined,
      },
    ]);
  });

  it.each([
    ['Setup', 'waiting'],
    ['Proceeding', 'waiting'],
    ['Answered', 'active'],
    ['Hold', 'held'],
    ['Parked', 'held'],
    ['Disconnected', 'ended'],
    ['Gone', 'ended'],
    ['VoiceMail', 'ended'],
  ])('U-16: in the status %s is %s', (code, phase) => {
    expect(see([{ ...ours, status: { code } }])).toMatchObject([{ phase }]);
  });

  it.each([undefined, null, {}, { code: 'Something' }])('is nothing in the status %j', (status) => {
    expect(see([{ ...ours, status }])).toEqual([]);
  });

  it.each(['CallFlip', 'CallSwitch'])(
    'is nothing when it goes by %s: the call goes on elsewhere',
    (reason) => {
      expect(see([{ ...ours, status: { code: 'Disconnected', reason } }])).toEqual([]);
      expect(see([{ ...ours, status: { code: 'Disconnected', reason: `No${reason}` } }])).toHaveLength(1);
      expect(see([{ ...ours, status: { code: 'Disconnected', reason: 'CallFinished' } }])).toHaveLength(1);
    },
  );

  it.each([undefined, null, 'parties', {}, [], [null, 'x', { id: 'p-1' }]])(
    'is nothing without parties that have a direction: %j',
    (parties) => {
      expect(see(parties)).toEqual([]);
    },
  );
});

describe('our party', () => {
  it('is the only one, whoever it belongs to', () => {
    expect(see([callers], { extensionId: '99' })).toMatchObject([{ party: 'p-0', direction: 'outbound' }]);
    expect(see([ours, { id: 'without a direction' }])).toMatchObject([{ party: 'p-1' }]);
  });

  it('is that of the extension which the session was sent to, by text or number', () => {
    expect(see([callers, colleagues, ours], { extensionId: '11' })).toMatchObject([{ party: 'p-1' }]);
    expect(see([callers, colleagues, ours], { extensionId: 12 })).toMatchObject([{ party: 'p-2' }]);
  });

  it('sits where its direction says: who places a call, at `from`', () => {
    const placed = { id: 'p-3', direction: 'Outbound', from: us, to: colleague, status: { code: 'Setup' } };
    const rung = { ...placed, id: 'p-4', direction: 'Inbound' };
    expect(see([placed, rung], { extensionId: '11' })).toMatchObject([{ party: 'p-3' }]);
    expect(see([placed, rung], { extensionId: '12' })).toMatchObject([{ party: 'p-4' }]);
  });

  it('is one that another stream has named', () => {
    expect(see([callers, colleagues, ours], {}, ['p-9', 'p-2'])).toMatchObject([{ party: 'p-2' }]);
  });

  it('is none, if nothing tells which of several it is', () => {
    const unnamed = { ...ours, to: { phoneNumber: '+16505550101' } };
    expect(see([callers, unnamed])).toEqual([]);
  });

  it('U-13: is two, where we call ourselves', () => {
    const placed = { ...ours, id: 'p-0', direction: 'Outbound', from: us };
    expect(see([placed, ours], { extensionId: '11' })).toMatchObject([
      { party: 'p-0', direction: 'outbound' },
      { party: 'p-1', direction: 'inbound' },
    ]);
  });
});

describe('the others in the session', () => {
  it('U-16: are its participants, each at their own end', () => {
    expect(see([callers, ours, colleagues], {}, ['p-1'])[0]?.facts?.participants).toEqual([
      { number: '+12165325078', name: 'Ada' },
      { number: '+16505550102', name: 'Bo' },
    ]);
  });
});

describe('a recording', () => {
  it.each<[string, unknown, string | undefined]>([
    ['none', undefined, undefined],
    ['an empty list', [], undefined],
    ['one that runs', [{ id: 'r-1', active: true }], 'on'],
    ['one that is over', [{ id: 'r-1', active: false }], 'off'],
    ['one that is over and one that runs', [{ active: false }, { active: true }], 'on'],
  ])('%s: %j is %p', (_name, recordings, expected) => {
    expect(see([{ ...ours, recordings }])[0]?.facts?.recording).toBe(expected);
  });
});

describe('why a party ended', () => {
  it.each([
    ['Rejected', 'rejected', 'rejected'],
    ['CallReplied', 'rejected', 'rejected'],
    ['TargetBusy', 'busy', 'busy'],
    ['CallerCancel', 'missed', 'cancelled'],
    ['Cancelled', 'missed', 'cancelled'],
    ['NoAnswer', 'missed', undefined],
    ['Timeout', 'missed', undefined],
    ['Voicemail', 'missed', undefined],
    ['AgentAnswered', 'answered-elsewhere', undefined],
    ['Pickup', 'answered-elsewhere', undefined],
    ['BlindTransfer', 'transferred', 'transferred'],
    ['AttendedTransfer', 'transferred', 'transferred'],
    ['RccTransfer', 'transferred', 'transferred'],
    ['CallRedirected', 'transferred', 'transferred'],
    ['InternalError', 'failed', 'failed'],
    ['InvalidNumber', 'failed', 'failed'],
    ['InternationalDisabled', 'failed', 'failed'],
    ['DestinationBlocked', 'failed', 'failed'],
    ['NotEnoughFunds', 'failed', 'failed'],
    ['NoSuchUser', 'failed', 'failed'],
    ['CallDropped', 'failed', 'failed'],
    ['CallFinished', undefined, undefined],
    ['AgentDropped', undefined, undefined],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
  ])('by %p: %p for an inbound call, %p for an outbound one', (reason, inbound, outbound) => {
    expect(reasonOf('Inbound', 'Disconnected', reason)).toBe(inbound);
    expect(reasonOf('Outbound', 'Disconnected', reason)).toBe(outbound);
  });

  it('by its status, where no reason stands beside it: voicemail took it', () => {
    expect(reasonOf('Inbound', 'VoiceMail')).toBe('missed');
    expect(reasonOf('Inbound', 'VoiceMail', 'Rejected')).toBe('rejected');
  });
});
