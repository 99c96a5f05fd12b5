import type { Call, Command, Leg, Presence } from '@offhook/core';
import { actions, askForCalls, controlledLeg, dispatch } from './dispatch.js';

const softphone: Leg = { vendorId: 'leg-1', kind: 'softphone', state: 'active' };
const deskphone: Leg = { vendorId: 'p-1', kind: 'deskphone', state: 'active' };

const callWith = (...legs: readonly Leg[]): Call => ({
  id: 'ringcentral:s-1',
  connector: 'ringcentral',
  vendorIds: ['s-1'],
  legs,
  direction: 'inbound',
  state: 'active',
  muted: false,
  remote: {},
  participants: [],
  match: { status: 'none', contacts: [] },
  startedAt: 1_000,
  durations: { waitMs: 0, talkMs: 0, totalMs: 0, source: 'host', asOf: 0 },
  linked: [],
  userData: {},
  recordings: [],
  log: { status: 'none', waiting: 0 },
});

const give = (command: Command, call?: Call): unknown => dispatch(command, call, 'ringcentral');

const callId = 'ringcentral:s-1';

describe('control of a call', () => {
  it.each<[Command, string, object | undefined]>([
    [{ type: 'call.answer', callId }, 'answer', undefined],
    [{ type: 'call.reject', callId }, 'reject', undefined],
    [{ type: 'call.hangUp', callId }, 'hangup', undefined],
    [{ type: 'call.hold', callId }, 'hold', undefined],
    [{ type: 'call.resume', callId }, 'unhold', undefined],
    [{ type: 'call.mute', callId }, 'mute', undefined],
    [{ type: 'call.unmute', callId }, 'unmute', undefined],
    [{ type: 'call.sendDtmf', callId, digits: '1#' }, 'dtmf', { dtmf: '1#' }],
    [{ type: 'call.transfer', callId, to: '102' }, 'transfer', { transferNumber: '102' }],
    [{ type: 'call.forward', callId, to: '102' }, 'forward', { forwardNumber: '102' }],
    [{ type: 'call.toVoicemail', callId }, 'toVoicemail', undefined],
    [{ type: 'call.startRecording', callId }, 'startRecord', undefined],
    [{ type: 'call.stopRecording', callId }, 'stopRecord', undefined],
  ])('%j is %s', (command, callAction, options) => {
    expect(give(command, callWith(softphone))).toEqual({
      type: 'rc-adapter-control-call',
      callAction,
      callId: 'leg-1',
      options,
    });
  });

  it('knows thirteen commands', () => {
    expect(Object.keys(actions)).toHaveLength(13);
  });

  it('is of the leg that the web phone has, whatever other legs there are', () => {
    const ended: Leg = { vendorId: 'leg-0', kind: 'softphone', state: 'ended' };
    expect(controlledLeg(callWith(deskphone, ended, softphone))).toBe('leg-1');
  });

  it.each<[string, Call | undefined]>([
    ['that nobody knows', undefined],
    ['without a leg', callWith()],
    ['on the phone on the desk', callWith(deskphone)],
    ['on a device that nobody names', callWith({ ...deskphone, kind: 'unknown' })],
    ['whose leg has ended', callWith({ ...softphone, state: 'ended' })],
  ])('is refused for a call %s, and says where to go', (_name, call) => {
    expect(() => give({ type: 'call.hold', callId }, call)).toThrow(
      expect.objectContaining({
        code: 'not-supported',
        message: expect.stringContaining('This call is on another device. Control it there.'),
      }),
    );
  });
});

describe('other commands', () => {
  it.each<[Command, object]>([
    [
      { type: 'call.dial', to: '(216) 532-9999' },
      { type: 'rc-adapter-new-call', phoneNumber: '(216) 532-9999', toCall: true },
    ],
    [{ type: 'agent.signIn' }, { type: 'rc-adapter-login' }],
    [
      { type: 'agent.signIn', credentials: { username: 'ada', password: 'hush' } },
      { type: 'rc-adapter-login' },
    ],
    [{ type: 'agent.signOut' }, { type: 'rc-adapter-logout' }],
    [
      { type: 'inbox.send', to: '+12165325078', text: 'Hello' },
      { type: 'rc-adapter-new-sms', phoneNumber: '+12165325078', text: 'Hello', conversation: true },
    ],
    [
      { type: 'inbox.send', to: 'ringcentral:6740', text: 'Hello' },
      { type: 'rc-adapter-auto-populate-conversation', text: 'Hello' },
    ],
    [
      { type: 'inbox.send', to: 'tel:ringcentral:1', text: 'Hello' },
      { type: 'rc-adapter-new-sms', phoneNumber: 'tel:ringcentral:1', text: 'Hello', conversation: true },
    ],
    [
      { type: 'inbox.send', to: 'ringcentral', text: 'Hello' },
      { type: 'rc-adapter-new-sms', phoneNumber: 'ringcentral', text: 'Hello', conversation: true },
    ],
    [
      { type: 'conversation.open', uri: '/history' },
      { type: 'rc-adapter-navigate-to', path: '/history' },
    ],
    [
      { type: 'conversation.open', uri: '/log/call/1:2' },
      { type: 'rc-adapter-navigate-to', path: '/log/call/1:2' },
    ],
    [
      { type: 'conversation.open', uri: 'ringcentral:6740' },
      { type: 'rc-adapter-navigate-to', path: '/conversations/6740' },
    ],
    [
      { type: 'conversation.open', uri: '6740' },
      { type: 'rc-adapter-navigate-to', path: '/conversations/6740' },
    ],
  ])('%j is the frame %j', (command, frame) => {
    expect(give(command)).toEqual(frame);
  });

  it('knows its threads by the connector’s own id', () => {
    const text = 'Hello';
    expect(dispatch({ type: 'inbox.send', to: 'second:6740', text }, undefined, 'second')).toEqual({
      type: 'rc-adapter-auto-populate-conversation',
      text,
    });
  });

  it.each<[Presence, string, string]>([
    ['available', 'Available', 'TakeAllCalls'],
    ['busy', 'Busy', 'TakeAllCalls'],
    ['offline', 'Offline', 'TakeAllCalls'],
    ['paused', 'Busy', 'DoNotAcceptAnyCalls'],
  ])('U-42: set the presence %s', (presence, userStatus, dndStatus) => {
    expect(give({ type: 'agent.setPresence', presence })).toEqual({
      type: 'rc-adapter-set-presence',
      userStatus,
      dndStatus,
    });
  });

  it.each<Presence>(['wrap-up', 'unknown'])(
    'refuse the presence %s, which RingCentral doesn’t have',
    (presence) => {
      expect(() => give({ type: 'agent.setPresence', presence })).toThrow(
        expect.objectContaining({
          code: 'not-supported',
          message: expect.stringContaining(`RingCentral has no presence ${presence}.`),
        }),
      );
    },
  );

  it('U-18: ask for the calls of the web phone', () => {
    expect(askForCalls).toEqual({ type: 'rc-adapter-webphone-sessions-sync' });
  });
});
