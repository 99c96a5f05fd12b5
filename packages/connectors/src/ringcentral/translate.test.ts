import type { Report } from '@offhook/core';
import { end, message, phone, phoneCall, presence, ring, session, start } from './testing/frames.js';
import { emptyMemory, nextDue, tick, translate, type Memory } from './translate.js';
import type { RingCentralFrame } from './wire.js';

/** What the frames, or pairs of a frame and its time after the first, leave behind; and what the last one tells. */
function take(...steps: readonly (object | readonly [frame: object, at: number])[]) {
  let memory: Memory = emptyMemory;
  let reports: readonly Report[] = [];
  for (const step of steps) {
    const [frame, at] = Array.isArray(step) ? (step as [object, number]) : [step, 0];
    ({ memory, reports } = translate(memory, frame as RingCentralFrame, 7_000 + at));
  }
  const of = (type: Report['type']) => reports.filter((report) => report.type === type);
  return { memory, reports, of, states: memory.calls.map(({ state }) => state) };
}

const login = { type: 'rc-login-status-notify', loggedIn: true, loginNumber: '+16505550000*101' };
const logout = { type: 'rc-login-status-notify', loggedIn: false };
const dialer = { type: 'rc-dialer-status-notify', ready: true };
const webPhone = (word: string) => ({
  type: 'rc-webphone-connection-status-notify',
  connectionStatus: `connectionStatus-${word}`,
});
const sync = (...calls: readonly object[]) => ({ type: 'rc-webphone-sessions-sync', calls });
const adapterState = {
  type: 'rc-adapter-pushAdapterState',
  size: { width: 300, height: 500 },
  minimized: false,
};
const active = { callStatus: 'webphone-session-connected', startTime: 2_000 };

describe('frames about calls', () => {
  it('are of the web phone, of presence and of the session', () => {
    expect(take(ring()).of('call')).toMatchObject([{ state: 'ringing', legs: [{ kind: 'softphone' }] }]);
    expect(take(presence('CallConnected')).of('call')).toMatchObject([
      { state: 'active', legs: [{ kind: 'unknown' }] },
    ]);
    expect(take({ ...presence('Ringing'), type: 'rc-ringout-call-notify' }).of('call')).toMatchObject([
      { legs: [{ kind: 'deskphone' }] },
    ]);
    expect(take(session('Answered')).of('call')).toMatchObject([{ state: 'active' }]);
  });

  it('U-16: of the session are of the party that another stream has named', () => {
    const frame = session('Disconnected') as { telephonySession: { parties: object[] } };
    const theirs = { id: 'p-0', direction: 'Outbound', status: { code: 'Answered' } };
    const two = {
      ...frame,
      telephonySession: { ...frame.telephonySession, parties: [theirs, ...frame.telephonySession.parties] },
    };
    expect(take(two).of('call')).toEqual([]);
    expect(take(presence('Ringing'), two).of('call')).toMatchObject([{ state: 'ended' }]);
  });

  it('U-17: list the calls of the web phone, whole ones only', () => {
    const second = { ...phoneCall, id: 'leg-2', partyData: null, ...active };
    const { of } = take(sync(phoneCall, {}, { id: 'leg-3' }, second));
    expect(of('call')).toMatchObject([
      { ids: ['s-1', 'leg-1'], state: 'ringing' },
      { ids: ['leg-2'], state: 'active' },
    ]);
  });

  it('U-17: doubt for two seconds what the list leaves out', () => {
    const { memory, states } = take(ring(), start(), sync());
    expect(states).toEqual(['active']);
    expect(memory.calls[0]?.dueAt).toBe(9_000);
    expect(take(ring(), start(), sync(), [tick, 1_999]).states).toEqual(['active']);
    const due = take(ring(), start(), sync(), [tick, 2_000]);
    expect(due.states).toEqual(['ended']);
    expect(due.of('call')).toMatchObject([{ state: 'ended' }]);
    const found = take(ring(), start(), sync(), [sync({ ...phoneCall, ...active }), 1_000], [tick, 60_000]);
    expect(found.states).toEqual(['active']);
  });

  it('don’t doubt a call for a list of a web phone that isn’t connected', () => {
    const doubted = (word: string): boolean =>
      take(webPhone(word), ring(), start(), sync()).memory.calls[0]?.dueAt === 9_000;
    expect(['connected', 'connecting', 'disconnected', 'reconnecting'].map(doubted)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('end what is due before they are taken in themselves', () => {
    const { memory, reports } = take(ring(), start(), sync(), [presence('NoCall'), 60_000]);
    expect(reports).toMatchObject([
      { type: 'call', state: 'ended' },
      { type: 'call', state: 'ended' },
      {},
      {},
    ]);
    expect(nextDue(memory)).toBe(Infinity);
  });
});

describe('frames about who is signed in', () => {
  it('U-22: tell the login, and not that nobody has one', () => {
    expect(take(login).of('agent')).toEqual([{ type: 'agent', login: '+16505550000*101', extension: '101' }]);
    expect(take(logout).of('agent')).toEqual([]);
  });

  it('doubt all calls for fifteen seconds when somebody signs out, and none when they sign in', () => {
    const out = take(ring(), start(), presence('CallConnected'), logout);
    expect(out.states).toEqual(['active']);
    expect(nextDue(out.memory)).toBe(22_000);
    expect(take(ring(), start(), logout, [tick, 14_999]).states).toEqual(['active']);
    expect(take(ring(), start(), logout, [tick, 15_000]).states).toEqual(['ended']);
    const mine = take(dialer, ring(), start(), login);
    expect(nextDue(mine.memory)).toBe(Infinity);
  });

  it('make void what was said of the account before', () => {
    const ringsElsewhere = { type: 'rc-calling-settings-notify', callWith: 'ringout' };
    const noTexts = { type: 'rc-sms-settings-notify', senderNumbers: [] };
    expect(take(dialer, login, ringsElsewhere, noTexts).of('capabilities')).not.toMatchObject([
      { blocked: {} },
      {},
    ]);
    expect(take(dialer, login, ringsElsewhere, noTexts, login).of('capabilities')).toEqual([
      { type: 'capabilities', blocked: {} },
    ]);
  });

  it('are not needed where a dialer is ready or a call goes on: somebody is signed in', () => {
    expect(take({ type: 'rc-route-changed-notify' }).memory.told.status).toBe('connecting');
    expect(take(dialer).memory.told.status).toBe('ready');
    expect(take(ring(), [tick, 500]).memory.told.status).toBe('ready');
    expect(
      take(end({ id: 'leg-0', partyData: null }), presence('Ringing'), [tick, 500]).memory.told.status,
    ).toBe('ready');
    expect(take(end(), [tick, 500]).memory.told.status).toBe('connecting');
    expect(take({ ...dialer, ready: false }, [tick, 500]).memory.told.status).toBe('connecting');
  });

  it('mean more than a dialer that lags', () => {
    expect(take(dialer, logout).memory.told.status).toBe('signed-out');
    expect(take(logout, dialer).memory.told.status).toBe('signed-out');
  });
});

describe('frames about the widget', () => {
  it('U-20: U-21: U-27: change how it stands', () => {
    expect(take(login, dialer, webPhone('connecting')).of('connection')).toMatchObject([
      { sip: 'registering' },
    ]);
    expect(take(login, { ...dialer, ready: false }).memory.told.status).toBe('connecting');
    expect(
      take(login, dialer, { type: 'rc-calling-settings-notify', callWith: 'softphone' }).of('capabilities'),
    ).toMatchObject([{ blocked: { 'call.hold': expect.stringContaining('Browser') } }]);
  });

  it('U-19: U-24: U-28: change what else is known of it', () => {
    const address = { type: 'rc-login-popup-notify', oAuthUri: 'https://platform.ringcentral.com/x' };
    expect(take(logout, address).of('connection')).toMatchObject([{ signInUrl: address.oAuthUri }]);
    const elsewhere = { type: 'rc-webphone-active-notify', currentActive: false };
    expect(
      take(login, dialer, elsewhere, webPhone('inactive'), [tick, 500], [tick, 1_000]).of('connection'),
    ).toMatchObject([{ reason: 'Another tab has the phone.' }]);
    const noTexts = { type: 'rc-sms-settings-notify', senderNumbers: [] };
    expect(take(login, dialer, noTexts).of('capabilities')).toMatchObject([
      { blocked: { 'inbox.send': 'This account may not send texts.' } },
    ]);
  });

  it('U-25: U-26: say what it looks like, and the agent’s presence', () => {
    const shape = { type: 'widget', size: { width: 300, height: 500 } };
    expect(take(adapterState).of('widget')).toEqual([{ ...shape, open: true }]);
    expect(take({ ...adapterState, type: 'rc-adapter-syncSize' }).of('widget')).toEqual([
      { ...shape, open: true },
    ]);
    const status = { type: 'rc-adapter-syncPresence', userStatus: 'Busy' };
    expect(take(status).of('agent')).toEqual([{ type: 'agent', presence: 'busy' }]);
  });

  it('doubt all calls for fifteen seconds when it starts again, and none when it starts', () => {
    expect(take(ring(), start(), adapterState).memory.calls).toMatchObject([{ dueAt: undefined }]);
    const { memory, states } = take(dialer, adapterState, ring(), start(), adapterState);
    expect(states).toEqual(['active']);
    expect(nextDue(memory)).toBe(22_000);
  });
});

describe('other frames', () => {
  it('U-30: U-31: are messages', () => {
    for (const type of ['rc-inbound-message-notify', 'rc-message-updated-notify']) {
      expect(take({ type, message: message() }).of('message')).toMatchObject([{ threadId: '6740' }]);
    }
  });

  it('know our own numbers among the recipients of a message', () => {
    const numbers = { type: 'rc-sms-settings-notify', senderNumbers: ['+16505550101'] };
    const to = [{ phoneNumber: '+16505550101' }, { phoneNumber: '+12165329999' }];
    const group = { type: 'rc-inbound-message-notify', message: message({ to }) };
    expect(take(numbers, group).of('message')).toMatchObject([
      { parties: [{ number: '+12165325078' }, { number: '+12165329999' }] },
    ]);
  });

  it('are told by name when nobody knows them, and are silent when somebody does', () => {
    expect(take({ type: 'rc-something-new-notify' }).of('protocol.unknown')).toEqual([
      { type: 'protocol.unknown', name: 'rc-something-new-notify' },
    ]);
    for (const type of ['rc-route-changed-notify', 'rc-call-history-synced-notify']) {
      expect(take({ type }).of('protocol.unknown')).toEqual([]);
    }
    for (const known of [tick, ring(), login, dialer, adapterState, sync(), phone('mute')]) {
      expect(take(known).of('protocol.unknown')).toEqual([]);
    }
  });
});

describe('what is due', () => {
  it('is nothing at first', () => {
    expect(nextDue(emptyMemory)).toBe(Infinity);
    expect(emptyMemory).toMatchObject({ calls: [], told: { status: 'connecting' } });
  });

  it('is the earliest of all: a status that may pass, or a call in doubt', () => {
    expect(nextDue(take(login).memory)).toBe(7_500);
    expect(nextDue(take(login, [presence('NoCall'), 400]).memory)).toBe(7_500);
    expect(nextDue(take(dialer, presence('CallConnected'), presence('NoCall')).memory)).toBe(9_000);
  });
});
