import { setUp } from '../testing/setUp.js';
import { callDuration } from './callDuration.js';

it('is zero without a call, and while nobody has answered', () => {
  const { phone, line, clock } = setUp();
  const duration = callDuration(phone);
  const told: number[] = [];
  duration.subscribe((ms) => told.push(ms));
  line.ring();
  clock.advance(10_000);
  expect(told).toEqual([0]);
  expect(duration.initial).toBe(0);
});

it('ticks once a second while the call is answered and somebody looks', () => {
  const { phone, line, clock } = setUp();
  const ring = line.ring();
  clock.advance(700);
  ring.answer();
  const told: number[] = [];
  callDuration(phone).subscribe((ms) => told.push(ms));
  clock.advance(3_000);
  expect(told).toEqual([0, 1_000, 2_000, 3_000]);
});

it('goes on while the call is held, and stands still when it has ended', () => {
  const { phone, line, clock } = setUp();
  const ring = line.ring();
  ring.answer();
  const duration = callDuration(phone, ring.id);
  duration.listen(() => {});
  clock.advance(2_000);
  ring.hold();
  clock.advance(2_500);
  ring.end();
  expect(duration.value).toBe(4_500);
  clock.advance(10_000);
  expect(duration.value).toBe(4_500);
});

it('follows the focus, or the call with this id', () => {
  const { phone, line, clock } = setUp();
  const [first, second] = [line.ring(), line.ring()];
  first.answer();
  clock.advance(5_000);
  first.hold();
  second.answer();
  const [focus, one] = [callDuration(phone), callDuration(phone, first.id)];
  focus.listen(() => {});
  one.listen(() => {});
  clock.advance(1_000);
  expect([focus.value, one.value]).toEqual([1_000, 6_000]);
});

it('is up to date for whoever begins to look late', () => {
  const { phone, line, clock } = setUp();
  line.ring().answer();
  clock.advance(90_000);
  const told: number[] = [];
  callDuration(phone).subscribe((ms) => told.push(ms));
  expect(told).toEqual([90_000]);
});

it('shares one timer, and leaves none when nobody looks or the client has closed', () => {
  const { phone, line, clock } = setUp();
  line.ring().answer();
  const leaves = [callDuration(phone), callDuration(phone), callDuration(phone, 'fake:call-1')].map((each) =>
    each.listen(() => {}),
  );
  expect(clock.pending).toBe(1);
  for (const leave of leaves) leave();
  expect(clock.pending).toBe(0);
  callDuration(phone).subscribe();
  phone.close();
  expect(clock.pending).toBe(0);
});

it('runs no timer where it is only read, as on a server', () => {
  const { phone, line, clock } = setUp();
  line.ring().answer();
  const duration = callDuration(phone);
  expect(duration.value).toBe(duration.value);
  expect(clock.pending).toBe(0);
});

it('takes the vendor’s own figures, and goes on from there', () => {
  const { phone, line, clock } = setUp();
  const ring = line.ring();
  ring.answer();
  const duration = callDuration(phone);
  duration.listen(() => {});
  ring.report({ durations: { talkMs: 60_000 } });
  clock.advance(2_000);
  expect(duration.value).toBe(62_000);
});

it('never goes back when the wall clock is set', () => {
  const { phone, line, clock } = setUp();
  line.ring().answer();
  const told: number[] = [];
  callDuration(phone).subscribe((ms) => told.push(ms));
  clock.advance(1_000);
  clock.shiftWallClock(-3_600_000);
  clock.advance(1_000);
  clock.shiftWallClock(7_200_000);
  clock.advance(1_000);
  expect(told).toEqual([0, 1_000, 2_000, 3_000]);
});
