import { phoneCall } from './testing/frames.js';
import { translatePhone } from './translatePhone.js';

const see = (facts: object = {}, event?: string) => translatePhone({ ...phoneCall, ...facts }, event);

describe('a call of the web phone', () => {
  it('says who, when and which', () => {
    expect(see({}, 'ring')).toEqual({
      stream: 'phone',
      direction: 'inbound',
      phase: 'waiting',
      leg: 'leg-1',
      session: 's-1',
      party: 'p-1',
      caller: { number: '+12165325078', name: 'WIRELESS CALLER' },
      callee: { name: 'Test User', extension: '101' },
      startedAt: 1_000,
      facts: {
        muted: false,
        recording: 'off',
        queue: undefined,
        sipCallId: 'leg',
        answeredAt: undefined,
        endedAt: undefined,
      },
      reason: undefined,
      open: true,
      listed: false,
    });
  });

  it('U-2: knows no session at first, when it is placed', () => {
    const outbound = { direction: 'Outbound', partyData: null, callId: undefined };
    expect(see(outbound, 'init')).toMatchObject({
      direction: 'outbound',
      session: undefined,
      party: undefined,
    });
  });

  it('shows the number that we call with, where it says one, and our own extension', () => {
    const facts = {
      direction: 'Outbound',
      from: '16505550000*101',
      fromUserName: 'Test User',
      fromNumber: '+16505550101',
      to: '+12165329999',
      toUserName: 'Ada',
    };
    expect(see(facts)).toMatchObject({
      caller: { number: '+16505550101', name: 'Test User', extension: '101' },
      callee: { number: '+12165329999', name: 'Ada' },
    });
  });

  it('has the queue that it came through, and when it was answered and ended', () => {
    expect(
      see({ callQueueName: 'Sales', startTime: 2_000, endTime: 9_000, isOnMute: true }).facts,
    ).toMatchObject({
      queue: 'Sales',
      answeredAt: 2_000,
      endedAt: 9_000,
      muted: true,
    });
  });

  it('comes from a frame of its own, or from the list of all', () => {
    expect(see({}, 'mute').listed).toBe(false);
    expect(see({}).listed).toBe(true);
  });

  it.each([
    ['idle', 'off'],
    ['noAccess', 'off'],
    ['recording', 'on'],
    ['pending', undefined],
    ['something', undefined],
  ])('whose recording is %s: %s', (word, recording) => {
    expect(see({ recordStatus: `webphone-record-${word}` }).facts?.recording).toBe(recording);
  });
});

describe('how far a call of the web phone has got', () => {
  const session = (word: string): object => ({ callStatus: `webphone-session-${word}` });
  const answered = { startTime: 2_000 };

  it.each<[string, object, string | undefined, string]>([
    ['it rings', session('connecting'), 'ring', 'waiting'],
    ['it is placed', session('setup'), 'init', 'waiting'],
    ['it starts', session('connecting'), 'start', 'active'],
    ['it is held', session('connected'), 'hold', 'held'],
    ['it is resumed', { ...session('onHold'), isOnHold: true }, 'resume', 'active'],
    ['it ends with the last status before that', session('connected'), 'end', 'ended'],
    ['it is muted', { ...session('onMute'), ...answered }, 'mute', 'active'],
    ['it is muted on hold', { ...session('onHold'), isOnHold: true }, 'mute', 'held'],
    [
      'it is muted on hold, with the status of the mute',
      { ...session('onMute'), isOnHold: true },
      'mute',
      'held',
    ],
    ['it is listed as connected', session('connected'), undefined, 'active'],
    ['it is listed on hold', session('onHold'), undefined, 'held'],
    ['it is listed as finished', session('finished'), undefined, 'ended'],
    ['it is listed as replaced', { ...session('replaced'), isOnHold: true }, undefined, 'ended'],
    ['it is listed, and was answered', { ...session('setup'), ...answered }, undefined, 'active'],
    ['it is listed, and was answered and held', { ...answered, isOnHold: true }, undefined, 'held'],
    ['it rings, though it says that it is on hold', { isOnHold: true }, undefined, 'waiting'],
    ['it says nothing of its status', { callStatus: undefined }, undefined, 'waiting'],
  ])('%s', (_name, facts, event, phase) => {
    expect(see(facts, event).phase).toBe(phase);
  });
});

describe('the end of a leg', () => {
  it.each<[string, object, string | undefined]>([
    ['was forwarded', { isForwarded: true }, 'transferred'],
    ['was being transferred', { isOnTransfer: true, startTime: 2_000 }, 'transferred'],
    ['was sent to voicemail', { isToVoicemail: true }, 'rejected'],
    ['was answered with a text', { isReplied: true }, 'rejected'],
    ['was forwarded to voicemail', { isForwarded: true, isToVoicemail: true }, 'transferred'],
    ['just ended', {}, undefined],
    [
      'was none of it',
      { isForwarded: false, isOnTransfer: false, isToVoicemail: false, isReplied: false },
      undefined,
    ],
  ])('that %s: %j, because %p', (_name, facts, reason) => {
    expect(see(facts, 'end').reason).toBe(reason);
  });

  it.each<[string, object, boolean]>([
    ['rang, for another device may be answering it', {}, true],
    ['was answered here', { startTime: 2_000 }, false],
    ['was answered here and is taken to another device', { startTime: 2_000, isOnFlip: true }, true],
    ['was sent away', { isToVoicemail: true }, false],
    ['was forwarded', { isForwarded: true }, false],
    ['was placed by us', { direction: 'Outbound' }, false],
    ['was placed by us and is taken to another device', { direction: 'Outbound', isOnFlip: true }, true],
  ])('that %s: leaves the call open, %j: %p', (_name, facts, open) => {
    expect(see(facts, 'end').open).toBe(open);
  });
});
