import { virtualClock } from '../testing/virtualClock.js';
import { createBeats } from './createBeats.js';

function start() {
  const clock = virtualClock();
  const now = { linkUp: true, connected: false, sent: 0, lost: 0 };
  const beats = createBeats({
    clock,
    send: () => void (now.sent += 1),
    linkUp: () => now.linkUp,
    connected: () => now.connected,
    lost: () => void (now.lost += 1),
  });
  return { clock, now, beats };
}

test('it says each 3 s that this side is there', async () => {
  const { clock, now, beats } = start();
  await clock.pass(9_000);
  expect(now.sent).toBe(3);
  beats.stop();
  await clock.pass(60_000);
  expect(now).toMatchObject({ sent: 3, lost: 0 });
});

test('20 s of silence without media are a loss, told once', async () => {
  const { clock, now } = start();
  await clock.pass(19_000);
  expect(now.lost).toBe(0);
  await clock.pass(60_000);
  expect(now.lost).toBe(1);
  expect(clock.pending).toBe(0);
});

test('whoever is heard is there', async () => {
  const { clock, now, beats } = start();
  for (let at = 0; at < 10; at += 1) {
    await clock.pass(15_000);
    beats.heard();
  }
  expect(now.lost).toBe(0);
});

test.each(['linkUp', 'connected'] as const)('silence means nothing with %s so', async (what) => {
  const { clock, now } = start();
  now[what] = !now[what];
  await clock.pass(60_000);
  expect(now.lost).toBe(0);
  now[what] = !now[what];
  await clock.pass(19_000);
  expect(now.lost).toBe(0);
  await clock.pass(2_000);
  expect(now.lost).toBe(1);
});

test('a computer that slept does not find the other side gone', async () => {
  const { clock, now } = start();
  clock.sleep(3_600_000);
  await clock.pass(5_000);
  expect(now.lost).toBe(0);
});
