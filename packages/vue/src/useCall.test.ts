import { computed, ref, watchSyncEffect } from 'vue';
import { createOffhook } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import { useAgent, useCall, useCallDuration, useCallIds, useCalls, useConnection } from './index.js';
import { inApp } from './testing/inApp.js';

function setUp() {
  const line = fakeConnector();
  const made = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const { client: phone, observed } = watchedClient(made);
  const [first, second] = [line.ring({ number: '101' }), line.ring({ number: '102' })];
  return { line, phone, observed, first, second };
}

test('whoever sets an id and reads or commands in the same breath means the new call', async () => {
  const { line, phone, first, second } = setUp();
  const id = ref(first.id);
  const { result, unmount } = inApp(phone, () => ({ ...useCall(id), talkMs: useCallDuration(id) }));
  const { call, answer, hangUp } = result;
  await answer();
  id.value = second.id;
  expect(call.value?.id).toBe(second.id);
  await answer();
  id.value = first.id;
  await hangUp();
  expect(line.sent).toEqual([
    { type: 'call.answer', callId: first.id },
    { type: 'call.answer', callId: second.id },
    { type: 'call.hangUp', callId: first.id },
  ]);
  unmount();
  phone.close();
});

test('an id that a getter gives anew without a change keeps what the controls know', async () => {
  const { line, phone, first } = setUp();
  const { result, unmount } = inApp(phone, () => {
    const ids = useCallIds();
    const last = computed(() => ids.value.length);
    return useCall(() => (last.value > 0 ? first.id : undefined));
  });
  await result.transfer('');
  const { value } = result.lastError;
  expect(value).toMatchObject({ code: expect.any(String) });
  line.ring();
  expect(result.lastError.value).toBe(value);
  unmount();
  phone.close();
});

test('each ref changes by itself', () => {
  const { phone, first } = setUp();
  first.answer();
  const told: string[] = [];
  const { unmount } = inApp(phone, () => {
    const { call, can, pending } = useCall(first.id);
    watchSyncEffect(() => void told.push(`muted ${call.value?.muted}`));
    watchSyncEffect(() => void told.push(`can hold ${can.value.hold.allowed}`));
    watchSyncEffect(() => void told.push(`pending ${pending.value}`));
  });
  told.splice(0);
  first.report({ queue: 'sales' });
  expect(told).toEqual(['muted false']);
  unmount();
  phone.close();
});

test('what setup reads is what is so, not the initial value', () => {
  const { phone, first } = setUp();
  const { result, unmount } = inApp(phone, () => [useCalls().value.length, useCall().call.value?.id]);
  expect(result).toEqual([2, first.id]);
  unmount();
  phone.close();
});

test('connection and agent can be those of a named connector', async () => {
  const one = fakeConnector({ id: 'one' });
  const two = fakeConnector({ id: 'two', status: 'offline' });
  const phone = createOffhook({ connectors: [one, two] });
  const connector = ref<string>();
  const { result, unmount } = inApp(phone, () => ({
    connection: useConnection(connector),
    ...useAgent(connector),
  }));
  const { connection, agent, setPresence } = result;
  const shown = () => [connection.value?.connector, connection.value?.status, agent.value.presence];
  expect(shown()).toEqual(['one', 'ready', 'unknown']);
  connector.value = 'two';
  expect(shown()).toEqual(['two', 'offline', 'unknown']);
  two.becomes('ready');
  await setPresence('busy');
  expect(shown()).toEqual(['two', 'ready', 'busy']);
  expect(phone.agent.value.presence).toBe('unknown');
  expect([one.sent, two.sent.map(({ type }) => type)]).toEqual([[], ['agent.setPresence']]);
  connector.value = 'nobody';
  expect(connection.value).toBeUndefined();
  unmount();
  phone.close();
});
