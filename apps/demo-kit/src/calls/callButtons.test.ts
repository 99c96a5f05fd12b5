import type { Call, Capability } from '@offhook/core';
import { callButtons, type CardAction } from './callButtons.js';

const yes: Capability = { allowed: true };
const unfit: Capability = { allowed: false, reason: 'invalid-state', text: 'not now' };
const never: Capability = { allowed: false, reason: 'not-supported', text: 'It has no command to hold.' };
const offline: Capability = { allowed: false, reason: 'offline', text: 'Check the network.' };

const call = (facts: Partial<Call>): Call => ({ state: 'active', direction: 'inbound', ...facts }) as Call;

const can = (facts: Partial<Record<CardAction, Capability>>): Record<CardAction, Capability> => ({
  answer: unfit,
  reject: unfit,
  hold: unfit,
  resume: unfit,
  mute: unfit,
  unmute: unfit,
  sendDtmf: unfit,
  transfer: unfit,
  hangUp: unfit,
  ...facts,
});

test('a ringing inbound call is answered or rejected, and has no Hang up though it could', () => {
  const buttons = callButtons(call({ state: 'ringing' }), can({ answer: yes, reject: yes, hangUp: yes }));
  expect(buttons).toEqual([{ action: 'answer' }, { action: 'reject' }]);
});

test('a ringing outbound call is hung up', () => {
  const buttons = callButtons(call({ state: 'ringing', direction: 'outbound' }), can({ hangUp: yes }));
  expect(buttons).toEqual([{ action: 'hangUp' }]);
});

test('what ends the call comes last', () => {
  const buttons = callButtons(
    call({}),
    can({ hold: yes, mute: yes, sendDtmf: yes, transfer: yes, hangUp: yes }),
  );
  expect(buttons.map(({ action }) => action)).toEqual(['hold', 'mute', 'sendDtmf', 'transfer', 'hangUp']);
});

test('what the vendor can never do is there with its reason', () => {
  expect(callButtons(call({}), can({ hold: never, hangUp: yes }))).toEqual([
    { action: 'hold', unsupported: { code: 'not-supported', text: 'It has no command to hold.' } },
    { action: 'hangUp' },
  ]);
});

test('what can’t be done for the moment stays usable, since its error says what to do', () => {
  expect(callButtons(call({}), can({ hangUp: offline }))).toEqual([{ action: 'hangUp' }]);
});
