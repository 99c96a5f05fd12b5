import { connectedChat } from '../testing/chatting.js';
import { virtualClock } from '../testing/virtualClock.js';
import { createLiveness } from './liveness.js';

test('T-168, P-10: offline is told at 9000 ms without contact, not before, and once', async () => {
  const { backEnd, page, pass } = await connectedChat();
  await pass(3_000 - (backEnd.clock.monotonic() % 3_000));
  const lastContact = (): number => backEnd.clock.monotonic();
  await pass(3_000);
  backEnd.silent(true);
  const heard = lastContact();
  await pass(60_000);
  const told = page.told.filter(({ name }) => name === 'OnServerStateChanged');
  expect(told.map(({ args }) => args)).toEqual([['offline']]);
  // The last contact was the answer to the last ping before the silence: at most three seconds before it.
  expect(told[0]?.at).toBeGreaterThan(heard + 5_900);
  expect(told[0]?.at).toBeLessThanOrEqual(heard + 9_000);
});

test('P-10: 8999 ms are not offline, 9000 ms are', async () => {
  const clock = virtualClock();
  const offline = jest.fn();
  const liveness = createLiveness(clock, offline);
  liveness.start();
  await clock.pass(8_999);
  liveness.contact();
  await clock.pass(8_999);
  expect(offline).not.toHaveBeenCalled();
  await clock.pass(1);
  expect(offline).toHaveBeenCalledTimes(1);
  await clock.pass(100_000);
  expect(offline).toHaveBeenCalledTimes(1);
});

test('P-10: a computer that slept is found offline as soon as somebody looks', () => {
  const clock = virtualClock();
  const offline = jest.fn();
  const liveness = createLiveness(clock, offline);
  liveness.start();
  clock.sleep(60_000);
  liveness.check();
  expect(offline.mock.calls).toEqual([[false]]);
});

test('P-10: a steady clock that stood still while the computer slept does not hide it', () => {
  const clock = virtualClock();
  const offline = jest.fn();
  const liveness = createLiveness(clock, offline);
  liveness.start();
  clock.setWallClock(60_000);
  liveness.check();
  expect(offline).toHaveBeenCalledTimes(1);
});

test('P-10: a wall clock that is set back hides nothing', async () => {
  const clock = virtualClock();
  const offline = jest.fn();
  const liveness = createLiveness(clock, offline);
  liveness.start();
  clock.setWallClock(-3_600_000);
  await clock.pass(9_000);
  expect(offline).toHaveBeenCalledTimes(1);
});

test('P-10: contact that comes too late is offline first; regained says that it had been', () => {
  const clock = virtualClock();
  const offline = jest.fn();
  const liveness = createLiveness(clock, offline);
  liveness.start();
  clock.sleep(9_000);
  expect(liveness.contact()).toBe(false);
  expect(liveness.regained()).toBe(true);
  expect(liveness.regained()).toBe(false);
  expect(offline).toHaveBeenCalledTimes(1);
});

test('a liveness that is stopped has no timer', () => {
  const clock = virtualClock();
  const liveness = createLiveness(clock, () => undefined);
  liveness.start();
  liveness.stop();
  expect(clock.pending).toBe(0);
});
