import { callLogControls, createOffhook } from '@offhook/core';
import { fakeConnector } from './fakeConnector.js';
import { fakeLog } from './fakeLog.js';

function desk() {
  const line = fakeConnector();
  const log = fakeLog();
  return { line, log, phone: createOffhook({ connectors: [line], log }) };
}

test('it keeps what it is given, and is what is logged already', async () => {
  const { log, phone } = desk();
  const facts = { connector: 'fake', vendorIds: ['1'], phase: 'start' } as const;
  log.logged = { s1: [{ id: 'row-1' }] };
  await phone.log?.call(facts);
  await expect(phone.log?.logged('fake', ['s1'])).resolves.toEqual({ s1: [{ id: 'row-1' }] });
  expect(log.calls).toEqual([facts]);
  phone.close();
});

test('it says what the test wants of a call, and how much waits', () => {
  const { line, log, phone } = desk();
  const call = line.ring();
  const told: string[] = [];
  phone.on('log.changed', ({ call: { log: entry } }) => told.push(entry.status));
  log.tell(call.id, { status: 'waiting', waiting: 2, note: 'Blue' });
  log.waits(3);
  expect(told).toEqual(['waiting']);
  expect(callLogControls(phone, call.id).state.value).toMatchObject({
    log: { status: 'waiting', waiting: 2, note: 'Blue' },
    waiting: 3,
  });
  phone.close();
  log.tell(call.id, { status: 'saved', waiting: 0 });
  expect(told).toEqual(['waiting']);
});

test('notes are kept, held under way, and refused', async () => {
  const { line, log, phone } = desk();
  const call = line.ring();
  const { state, save } = callLogControls(phone, call.id);
  const release = log.hold();
  const saved = save({ note: 'Blue' });
  expect(state.value.pending).toBe(true);
  expect(log.notes).toEqual([]);
  release();
  await saved;
  expect(state.value.pending).toBe(false);
  expect(log.notes).toEqual([{ callId: call.id, note: 'Blue' }]);
  log.refuses = new Error('full');
  await expect(save({ note: 'Red' })).resolves.toMatchObject({ ok: false, error: { cause: log.refuses } });
  expect(log.notes).toHaveLength(1);
  phone.close();
});
