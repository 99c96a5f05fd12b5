import { createOffhook, OffhookError, type Offhook } from '@offhook/core';
import { countingIds } from './countingIds.js';
import { fakeConnector, type FakeConnector, type FakeConnectorOptions } from './fakeConnector.js';
import { virtualClock } from './virtualClock.js';

function setUp(options?: FakeConnectorOptions): { line: FakeConnector; phone: Offhook } {
  const line = fakeConnector(options);
  const phone = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  return { line, phone };
}

test('a call rings, is answered by command, goes on hold and ends', async () => {
  const { line, phone } = setUp();
  const call = line.ring({ number: '+12165325078', name: 'Ann' });
  expect(phone.incomingCalls.value).toMatchObject([
    { id: 'fake:call-1', direction: 'inbound', remote: { number: '+12165325078', name: 'Ann' } },
  ]);
  await expect(phone.execute({ type: 'call.answer', callId: call.id })).resolves.toMatchObject({
    by: 'observed',
  });
  call.hold('remote');
  expect(phone.focus.value).toMatchObject({ state: 'held', onHoldBy: 'remote' });
  call.resume();
  call.mute();
  expect(phone.focus.value).toMatchObject({ state: 'active', muted: true });
  call.end('transferred');
  expect(phone.recentCalls.value).toMatchObject([{ endReason: 'transferred', endReasonFrom: 'vendor' }]);
  expect(line.sent).toEqual([{ type: 'call.answer', callId: 'fake:call-1' }]);
  phone.close();
});

test('an obedient vendor does what each command asks', async () => {
  const { line, phone } = setUp();
  const { callId = '' } = await phone.execute({ type: 'call.dial', to: '+12165325078' });
  expect(phone.calls.get(callId).value).toMatchObject({ state: 'dialing', direction: 'outbound' });
  line.emit({ type: 'call', ids: ['call-1'], state: 'active' });
  for (const [type, expected] of [
    ['call.hold', { state: 'held' }],
    ['call.resume', { state: 'active' }],
    ['call.mute', { muted: true }],
    ['call.unmute', { muted: false }],
    ['call.startRecording', { recording: 'on' }],
    ['call.stopRecording', { recording: 'off' }],
    ['call.hangUp', { state: 'ended' }],
  ] as const) {
    await phone.execute({ type, callId });
    expect(phone.calls.get(callId).value).toMatchObject(expected);
  }
  await phone.execute({ type: 'agent.setPresence', presence: 'busy' });
  expect(phone.agent.value.presence).toBe('busy');
  await phone.execute({ type: 'inbox.send', to: '+1216', text: 'Hello' });
  expect(phone.inbox.all.value[0]?.messages).toMatchObject([{ text: 'Hello', direction: 'outbound' }]);
  await phone.execute({ type: 'agent.signOut' });
  expect(phone.connection.value.status).toBe('signed-out');
  phone.close();
});

test('a vendor that waits acknowledges or refuses when the test says so, the oldest first', async () => {
  const { line, phone } = setUp({ response: 'wait' });
  const call = line.ring();
  const answered = phone.execute({ type: 'call.answer', callId: call.id });
  const rejected = phone.execute({ type: 'call.reject', callId: call.id });
  await Promise.resolve();
  line.acknowledge();
  line.refuse(new OffhookError('vendor-error', 'No.', { vendorCode: '486' }));
  await expect(answered).resolves.toMatchObject({ by: 'acknowledged' });
  await expect(rejected).rejects.toMatchObject({ code: 'vendor-error', vendorCode: '486' });
  expect(() => line.acknowledge()).toThrow("is its response 'wait'?");
  phone.close();
});

test('a vendor that ignores commands lets them time out', async () => {
  const line = fakeConnector({ response: 'ignore' });
  const clock = virtualClock();
  const phone = createOffhook({ connectors: [line], clock });
  const call = line.ring();
  const answered = phone.execute({ type: 'call.answer', callId: call.id });
  await Promise.resolve();
  clock.advance(10_000);
  await expect(answered).rejects.toMatchObject({ code: 'not-observed' });
  line.respond('obey');
  await expect(phone.execute({ type: 'call.answer', callId: call.id })).resolves.toMatchObject({
    by: 'observed',
  });
  phone.close();
});

test('messages come in, one thread for each number', () => {
  const { line, phone } = setUp();
  const thread = line.message({ number: '+1216', name: 'Ann', text: 'Hello' });
  line.message({ number: '+1216', text: 'Are you there?' });
  expect(phone.inbox.ids.value).toEqual([thread]);
  expect(phone.inbox.get(thread).value).toMatchObject({
    unread: 2,
    messages: [{ text: 'Hello' }, { text: 'Are you there?' }],
  });
  phone.close();
});

test('it counts connections, and knows the elements that its frame is shown over', () => {
  const line = fakeConnector();
  expect([line.connectCount, line.openLinks]).toEqual([0, 0]);
  expect(() => line.ring()).toThrow('give it to createOffhook first');
  const first = createOffhook({ connectors: [line] });
  const second = createOffhook({ connectors: [line] });
  expect([line.connectCount, line.openLinks]).toEqual([2, 2]);
  // Nothing is done with the element but to keep it.
  const element = {} as HTMLElement;
  const detach = first.attachSoftphone(element);
  expect(line.attached).toEqual([element]);
  detach();
  detach();
  expect(line.attached).toEqual([]);
  first.close();
  second.close();
  expect([line.connectCount, line.openLinks]).toEqual([2, 0]);
});

test('it is what the test says: its id, its status, what it can do', () => {
  const { line, phone } = setUp({
    id: 'other',
    status: 'connecting',
    commands: { 'call.dial': 'Not by hand.' },
  });
  expect(phone.connection.value).toMatchObject({ connector: 'other', status: 'connecting' });
  line.becomes('offline', 'The cable is out.');
  expect(phone.connection.value).toMatchObject({ status: 'offline', reason: 'The cable is out.' });
  expect(phone.can('call.dial')).toEqual({ allowed: false, reason: 'not-supported', text: 'Not by hand.' });
  expect(line.ring({ id: '7' }).id).toBe('other:7');
  phone.close();
});
