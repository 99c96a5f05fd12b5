import type { Command } from '@offhook/core';
import { end, init, outbound, phone as phoneFrame, presence, ring, start } from './testing/frames.js';
import { settle, widget } from './testing/widget.js';

const callId = 'ringcentral:s-1';

function setUp(...frames: readonly object[]) {
  const it = widget();
  it.signIn();
  it.say(...frames);
  const before = it.channel.sent.length;
  return { ...it, sent: () => it.channel.sent.slice(before) };
}

const control = (callAction: string, more: object = {}): object => ({
  type: 'rc-adapter-control-call',
  callAction,
  callId: 'leg-1',
  ...more,
});

describe('commands', () => {
  it('U-34: dials, and gives the id of the call that comes of it', async () => {
    const { phone, sent, say } = setUp();
    const dialled = phone.execute({ type: 'call.dial', to: '(216) 532-9999' });
    expect(sent()).toEqual([{ type: 'rc-adapter-new-call', phoneNumber: '(216) 532-9999', toCall: true }]);
    say(init());
    await expect(dialled).resolves.toEqual({ callId: 'ringcentral:leg-out', by: 'observed' });
  });

  it('U-34: dialling while nobody is signed in is refused here, since the widget would ignore it', async () => {
    const { phone, say, sent } = setUp();
    say({ type: 'rc-login-status-notify', loggedIn: false });
    await expect(phone.execute({ type: 'call.dial', to: '101' })).rejects.toMatchObject({
      code: 'auth-required',
    });
    expect(sent()).toEqual([]);
  });

  it.each<[string, Command, object[], object, object]>([
    ['U-35: answer', { type: 'call.answer', callId }, [ring()], control('answer'), start()],
    ['U-35: reject', { type: 'call.reject', callId }, [ring()], control('reject'), end()],
    [
      'U-35: hang up',
      { type: 'call.hangUp', callId },
      [ring(), start()],
      control('hangup'),
      end({ startTime: 2_000 }),
    ],
    ['U-35: hang up what rings', { type: 'call.hangUp', callId }, [ring()], control('reject'), end()],
    [
      'U-36: hold',
      { type: 'call.hold', callId },
      [ring(), start()],
      control('hold'),
      phoneFrame('hold', { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }),
    ],
    [
      'U-36: resume',
      { type: 'call.resume', callId },
      [
        ring(),
        start(),
        phoneFrame('hold', { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }),
      ],
      control('unhold'),
      phoneFrame('resume', { callStatus: 'webphone-session-connected', startTime: 2_000 }),
    ],
    [
      'U-36: mute',
      { type: 'call.mute', callId },
      [ring(), start()],
      control('mute'),
      phoneFrame('mute', { callStatus: 'webphone-session-onMute', isOnMute: true, startTime: 2_000 }),
    ],
    [
      'U-36: unmute',
      { type: 'call.unmute', callId },
      [ring(), start({ isOnMute: true, callStatus: 'webphone-session-onMute' })],
      control('unmute'),
      phoneFrame('mute', { callStatus: 'webphone-session-connected', isOnMute: false, startTime: 2_000 }),
    ],
    [
      'U-37: transfer',
      { type: 'call.transfer', callId, to: '102' },
      [ring(), start()],
      control('transfer', { options: { transferNumber: '102' } }),
      end({ startTime: 2_000 }),
    ],
    [
      'U-37: forward',
      { type: 'call.forward', callId, to: '102' },
      [ring()],
      control('forward', { options: { forwardNumber: '102' } }),
      end(),
    ],
    ['U-37: to voicemail', { type: 'call.toVoicemail', callId }, [ring()], control('toVoicemail'), end()],
  ])('%s', async (_name, command, before, frame, effect) => {
    const { phone, sent, say } = setUp(...before);
    const done = phone.execute(command);
    expect(sent()).toEqual([frame]);
    say(effect);
    await expect(done).resolves.toEqual({ callId, by: 'observed' });
  });

  it('U-35: U-9: a call that we rejected ends as rejected', () => {
    const { phone, say } = setUp(ring());
    void phone.execute({ type: 'call.reject', callId });
    say(end(), end({ endTime: 9_076 }));
    expect(phone.recentCalls.value).toMatchObject([{ endReason: 'rejected' }]);
  });

  it('U-37: a call that we transferred ends as transferred', () => {
    const { phone, say } = setUp(ring(), start());
    void phone.execute({ type: 'call.transfer', callId, to: '102' });
    say(end({ startTime: 2_000 }));
    expect(phone.recentCalls.value).toMatchObject([{ endReason: 'transferred' }]);
  });

  it('U-38: tones are sent, and nothing shows them', async () => {
    const { phone, sent } = setUp(ring(), start());
    await expect(phone.execute({ type: 'call.sendDtmf', callId, digits: '1#' })).resolves.toEqual({
      callId,
      by: 'sent',
    });
    expect(sent()).toEqual([control('dtmf', { options: { dtmf: '1#' } })]);
  });

  it('U-38: recording shows only in the calls that it asks for', async () => {
    const { phone, sent, say } = setUp(ring(), start());
    const done = phone.execute({ type: 'call.startRecording', callId });
    await settle();
    expect(sent()[0]).toEqual(control('startRecord'));
    const recording = {
      callStatus: 'webphone-session-connected',
      startTime: 2_000,
      recordStatus: 'webphone-record-recording',
    };
    const frame = ring(recording) as { call: object };
    say({ type: 'rc-webphone-sessions-sync', calls: [frame.call] });
    await expect(done).resolves.toEqual({ callId, by: 'observed' });
  });

  it('U-33: U-38: a recording that the widget refuses is the vendor’s error', async () => {
    const { phone, say } = setUp(ring(), start());
    const done = phone.execute({ type: 'call.startRecording', callId });
    const refused = expect(done).rejects.toMatchObject({ code: 'vendor-error', vendorCode: 'RecordError' });
    say({ type: 'rc-control-call-error', error: 'RecordError', message: 'No access', callId: 'leg-1' });
    await refused;
  });

  it('U-39: what the widget ignores in silence ends in not-observed, with advice', async () => {
    const { phone, clock } = setUp(ring(), start());
    const done = phone.execute({ type: 'call.hold', callId });
    const late = expect(done).rejects.toMatchObject({
      code: 'not-observed',
      message: expect.stringContaining('accepted origins'),
    });
    clock.advance(8_000);
    await late;
  });

  it('a call on another device can’t be controlled here, and says so', async () => {
    const { phone, sent } = setUp(presence('Ringing'), presence('CallConnected'));
    await expect(phone.execute({ type: 'call.hold', callId })).rejects.toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('another device'),
    });
    expect(sent()).toEqual([]);
  });

  it('U-40: puts a text before the person', async () => {
    const { phone, sent } = setUp();
    await phone.execute({ type: 'inbox.send', to: '+12165325078', text: 'Hello' });
    expect(sent()).toEqual([
      { type: 'rc-adapter-new-sms', phoneNumber: '+12165325078', text: 'Hello', conversation: true },
    ]);
    await phone.execute({ type: 'inbox.send', to: 'ringcentral:6740', text: 'Hello' });
    expect(sent()[1]).toEqual({ type: 'rc-adapter-auto-populate-conversation', text: 'Hello' });
  });

  it('U-41: signs out and in, and sees that it is so', async () => {
    const { phone, sent, say } = setUp();
    const out = phone.execute({ type: 'agent.signOut' });
    say({ type: 'rc-login-status-notify', loggedIn: false });
    await expect(out).resolves.toEqual({ by: 'observed' });
    void phone.execute({ type: 'agent.signIn' }).catch(() => undefined);
    expect(sent().map((frame) => (frame as { type: string }).type)).toEqual([
      'rc-adapter-logout',
      'rc-adapter-login',
    ]);
    phone.close();
  });

  it('U-41: credentials are never passed on, nor shown', async () => {
    const { phone, sent, say } = setUp();
    say({ type: 'rc-login-status-notify', loggedIn: false });
    const credentials = { username: 'ada', password: 'hush' };
    void phone.execute({ type: 'agent.signIn', credentials }).catch(() => undefined);
    await settle();
    expect(sent()).toEqual([{ type: 'rc-adapter-login' }]);
    phone.close();
  });

  it.each([
    ['available', 'Available', 'TakeAllCalls'],
    ['busy', 'Busy', 'TakeAllCalls'],
    ['offline', 'Offline', 'TakeAllCalls'],
  ] as const)('U-42: sets presence %s', async (presenceNow, userStatus, dndStatus) => {
    const { phone, sent, say } = setUp();
    const done = phone.execute({ type: 'agent.setPresence', presence: presenceNow });
    expect(sent()).toEqual([{ type: 'rc-adapter-set-presence', userStatus, dndStatus }]);
    say({
      type: 'rc-adapter-syncPresence',
      telephonyStatus: 'NoCall',
      userStatus,
      dndStatus,
      presenceOption: userStatus,
    });
    await expect(done).resolves.toEqual({ by: 'observed' });
  });

  it('U-43: opens a page of the widget', async () => {
    const { phone, sent } = setUp();
    await phone.execute({ type: 'conversation.open', uri: '/history' });
    await phone.execute({ type: 'conversation.open', uri: 'ringcentral:6740' });
    expect(sent()).toEqual([
      { type: 'rc-adapter-navigate-to', path: '/history' },
      { type: 'rc-adapter-navigate-to', path: '/conversations/6740' },
    ]);
  });

  it('follows the call that was dialled when its session becomes known', async () => {
    const { phone, say } = setUp();
    const dialled = phone.execute({ type: 'call.dial', to: '+12165329999' });
    say(init(), start({ ...outbound }));
    const { callId: dialledId } = await dialled;
    const held = phone.execute({ type: 'call.hold', callId: dialledId ?? '' });
    say(
      phoneFrame('hold', {
        ...outbound,
        callStatus: 'webphone-session-onHold',
        isOnHold: true,
        startTime: 2_000,
      }),
    );
    await expect(held).resolves.toMatchObject({ by: 'observed' });
  });
});
