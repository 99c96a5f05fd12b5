import type { Connection } from '@offhook/core';
import { blocked, otherAccount, ownNumbers, sipOf, statusOf, type Session } from './session.js';

type Status = Connection['status'];

const phone = (word: string): Session => ({ connectionStatus: `connectionStatus-${word}` });

describe('the status of the connection', () => {
  it.each<[string, Session, Status]>([
    ['nobody has said who is signed in', {}, 'connecting'],
    ['nobody is signed in', { loggedIn: false }, 'signed-out'],
    [
      'nobody is signed in, though the phone lags',
      { loggedIn: false, ready: true, ...phone('connected') },
      'signed-out',
    ],
    ['somebody is signed in, as the widget of 2019 says it', { loggedIn: true }, 'ready'],
    ['the dialer isn’t ready yet', { loggedIn: true, ready: false }, 'connecting'],
    [
      'the dialer isn’t ready yet, but the phone is',
      { loggedIn: true, ready: false, ...phone('connected') },
      'connecting',
    ],
    [
      'an account that may not call has no dialer',
      { loggedIn: true, ready: false, features: { call: false } },
      'ready',
    ],
    [
      'an account that may not call has no phone',
      { loggedIn: true, features: { call: false }, ...phone('disconnected') },
      'ready',
    ],
    ['calls ring another phone', { loggedIn: true, callWith: 'ringout', ...phone('disconnected') }, 'ready'],
    [
      'calls ring in the browser',
      { loggedIn: true, callWith: 'browser', ...phone('connectFailed') },
      'offline',
    ],
    [
      'nothing says where calls ring',
      { loggedIn: true, callWith: null, ...phone('connectFailed') },
      'offline',
    ],
  ])('at the start, when %s: %j, is %s', (_name, session, status) => {
    expect(statusOf(session, 'connecting')).toBe(status);
  });

  it.each<[string, Status, Status, Status, Status]>([
    //                     told: connecting, ready, offline, signed-out
    ['connecting', 'connecting', 'connecting', 'connecting', 'connecting'],
    ['connected', 'ready', 'ready', 'ready', 'ready'],
    ['reconnecting', 'offline', 'offline', 'offline', 'connecting'],
    ['disconnecting', 'offline', 'offline', 'offline', 'connecting'],
    ['disconnected', 'connecting', 'offline', 'offline', 'connecting'],
    ['connectFailed', 'offline', 'offline', 'offline', 'connecting'],
    ['connectError', 'offline', 'offline', 'offline', 'connecting'],
    ['inactiveDisconnecting', 'offline', 'offline', 'offline', 'connecting'],
    ['inactive', 'offline', 'offline', 'offline', 'connecting'],
  ])('U-20: with a phone that is %s follows from what was told before', (word, ...expected) => {
    const session = { loggedIn: true, ready: true, ...phone(word) };
    const told: Status[] = ['connecting', 'ready', 'offline', 'signed-out'];
    expect(told.map((each) => statusOf(session, each))).toEqual(expected);
  });

  it('U-21: minds the dialer’s pauses only until all was ready', () => {
    const paused = { loggedIn: true, ready: false, ...phone('connected') };
    expect(statusOf(paused, 'ready')).toBe('ready');
    expect(statusOf(paused, 'offline')).toBe('connecting');
    expect(statusOf(paused, 'signed-out')).toBe('connecting');
  });
});

describe('the registration of the phone', () => {
  it.each<[string | undefined, Connection['sip'], Connection['sip']]>([
    [undefined, undefined, undefined],
    ['disconnected', undefined, undefined],
    ['inactive', undefined, undefined],
    ['connecting', undefined, 'registering'],
    ['connected', undefined, 'registered'],
    ['reconnecting', 'registered', 'registering'],
    ['disconnecting', 'registered', 'lost'],
    ['inactiveDisconnecting', 'registered', 'lost'],
    ['connectFailed', 'registering', 'lost'],
    ['connectError', 'lost', 'lost'],
  ])('U-20: that is %p, after it was %p, is %p', (word, told, sip) => {
    expect(sipOf(word === undefined ? {} : phone(word), told)).toBe(sip);
  });
});

describe('our own numbers', () => {
  it.each([
    [undefined, []],
    [null, []],
    [[], []],
    [
      ['+16505550101', '+16505550102'],
      ['+16505550101', '+16505550102'],
    ],
    [[{ phoneNumber: '+16505550101' }, { id: 1 }, null, ''], ['+16505550101']],
    ['+16505550101', ['+16505550101']],
  ])('in %j are %j', (senderNumbers, expected) => {
    expect(ownNumbers({ senderNumbers })).toEqual(expected);
  });
});

describe('a change of the account', () => {
  it('makes void what was said of it', () => {
    const before = { callWith: 'ringout', senderNumbers: [], oAuthUri: 'https://x.example', ready: true };
    expect({ ...before, ...otherAccount }).toEqual({ ready: true });
  });
});

describe('what is blocked', () => {
  it.each<[string, Session, object]>([
    ['nothing at all, if nothing is said', {}, {}],
    [
      'nothing at all, if all is well',
      { ready: true, features: { call: true, sms: true }, callWith: 'browser' },
      {},
    ],
    ['U-21: dialling, while the dialer is busy', { ready: false }, { 'call.dial': 'The dialer is busy.' }],
    [
      'dialling, for an account that may not',
      { ready: false, features: { call: false } },
      { 'call.dial': 'This account may not call.' },
    ],
    [
      'texts, for an account that may not send them',
      { features: { sms: false } },
      { 'inbox.send': 'This account may not send texts.' },
    ],
    [
      'U-28: texts, for an account without a number for them',
      { senderNumbers: [] },
      { 'inbox.send': 'This account may not send texts.' },
    ],
    ['U-28: not texts, for one with a number', { senderNumbers: ['+16505550101'] }, {}],
  ])('%s: %j', (_name, session, expected) => {
    expect(blocked(session)).toEqual(expected);
  });

  it.each(['softphone', 'ringout', 'jupiter'])(
    'U-27: is all control of calls, and not dialling, where calls ring by %s',
    (callWith) => {
      const reasons = blocked({ callWith });
      expect(Object.keys(reasons).sort()).toEqual([
        'call.answer',
        'call.forward',
        'call.hangUp',
        'call.hold',
        'call.mute',
        'call.reject',
        'call.resume',
        'call.sendDtmf',
        'call.startRecording',
        'call.stopRecording',
        'call.toVoicemail',
        'call.transfer',
        'call.unmute',
      ]);
      expect(new Set(Object.values(reasons))).toEqual(
        new Set(['Calls ring another phone. Set calling to Browser.']),
      );
    },
  );
});
