import type { CallReport } from '../model/report.js';
import type { Call } from '../model/call.js';
import { at, callIn, fold, folded, start } from '../testing/foldSetUp.js';
import { runOn } from './durations.js';

const figures = ({ durations: { waitMs, talkMs, totalMs } }: Call): readonly number[] => [
  waitMs,
  talkMs,
  totalMs,
];

describe('the host’s clock', () => {
  it('counts waiting until the answer and talking until the end, hold included', () => {
    const ringing = callIn('ringing');
    expect(figures(ringing)).toEqual([0, 0, 0]);
    const active = folded(ringing, { state: 'active' }, at(4_000));
    expect(figures(active)).toEqual([4_000, 0, 4_000]);
    const held = folded(active, { state: 'held' }, at(10_000));
    expect(figures(held)).toEqual([4_000, 6_000, 10_000]);
    const resumed = folded(held, { state: 'active' }, at(11_000));
    expect(figures(resumed)).toEqual([4_000, 7_000, 11_000]);
    const ended = folded(resumed, { state: 'ended' }, at(15_000));
    expect(figures(ended)).toEqual([4_000, 11_000, 15_000]);
    expect(ended.durations).toMatchObject({ source: 'host', asOf: 15_000 });
  });

  it('counts only waiting for a call that nobody answers', () => {
    const ended = folded(
      folded(callIn('dialing'), { state: 'ringing' }, at(1_000)),
      { state: 'ended' },
      at(3_000),
    );
    expect(figures(ended)).toEqual([3_000, 0, 3_000]);
  });

  it('is the monotonic one: the wall clock may be set meanwhile', () => {
    const back = at(4_000, { now: start - 86_400_000 });
    expect(figures(folded(callIn('ringing'), { state: 'active' }, back))).toEqual([4_000, 0, 4_000]);
    const ahead = at(4_000, { now: start + 86_400_000 });
    expect(figures(folded(callIn('active'), { state: 'ended' }, ahead))).toEqual([0, 4_000, 4_000]);
  });

  it('never counts back', () => {
    const active = callIn('active', {}, at(5_000));
    expect(figures(folded(active, { state: 'ended' }, at(4_000)))).toEqual([0, 0, 0]);
  });

  it('leaves the durations alone while the state stays', () => {
    const active = callIn('active');
    expect(folded(active, { queue: 'sales' }, at(9_000)).durations).toBe(active.durations);
  });

  it('stands still when the call has ended', () => {
    const ended = folded(callIn('active'), { state: 'ended' }, at(2_000));
    expect(folded(ended, { queue: 'sales' }, at(9_000)).durations).toBe(ended.durations);
    expect(runOn(ended, 9_000)).toEqual({ ...ended.durations, asOf: 9_000 });
  });
});

describe('runOn', () => {
  it('gives the durations of now: waiting before the answer, talking after it', () => {
    expect(runOn(callIn('ringing'), 3_000)).toMatchObject({
      waitMs: 3_000,
      talkMs: 0,
      totalMs: 3_000,
      asOf: 3_000,
    });
    expect(runOn(callIn('dialing'), 3_000)).toMatchObject({ waitMs: 3_000, talkMs: 0, totalMs: 3_000 });
    expect(runOn(callIn('active'), 3_000)).toMatchObject({ waitMs: 0, talkMs: 3_000, totalMs: 3_000 });
    expect(runOn(callIn('held'), 3_000)).toMatchObject({ waitMs: 0, talkMs: 3_000, totalMs: 3_000 });
  });
});

describe('a call that was there before the page was', () => {
  it.each<[string, Partial<CallReport>, readonly number[]]>([
    ['ringing', { state: 'ringing', startedAt: start - 5_000 }, [5_000, 0, 5_000]],
    [
      'active',
      { state: 'active', startedAt: start - 9_000, answeredAt: start - 5_000 },
      [4_000, 5_000, 9_000],
    ],
    ['active, answered at the start', { state: 'active', startedAt: start - 9_000 }, [0, 9_000, 9_000]],
    ['held', { state: 'held', answeredAt: start - 5_000 }, [0, 5_000, 5_000]],
    [
      'ended, answered',
      { state: 'ended', startedAt: start - 9_000, answeredAt: start - 5_000, endedAt: start - 1_000 },
      [4_000, 4_000, 8_000],
    ],
    [
      'ended, not answered',
      { state: 'ended', startedAt: start - 9_000, endedAt: start - 1_000 },
      [8_000, 0, 8_000],
    ],
    ['ended now', { state: 'ended', startedAt: start - 9_000 }, [9_000, 0, 9_000]],
  ])('has its past behind it: %s', (_, facts, expected) => {
    const call = fold(undefined, facts, at(0, { monotonic: 777 })).call;
    expect(call && figures(call)).toEqual(expected);
    expect(call?.durations).toMatchObject({ source: 'host', asOf: 777 });
  });

  it('goes on from there', () => {
    const active = callIn('active', { startedAt: start - 9_000, answeredAt: start - 5_000 });
    expect(figures(folded(active, { state: 'ended' }, at(1_000)))).toEqual([4_000, 6_000, 10_000]);
  });

  it.each<[string, Partial<CallReport>]>([
    ['starts in the future', { state: 'active', startedAt: start + 60_000 }],
    ['was answered before it started', { state: 'active', startedAt: start, answeredAt: start - 60_000 }],
    ['was answered in the future', { state: 'active', answeredAt: start + 60_000 }],
    ['ended before it started', { state: 'ended', startedAt: start, endedAt: start - 60_000 }],
    ['ended before it was answered', { state: 'ended', answeredAt: start, endedAt: start - 60_000 }],
  ])('never has a negative duration, though by the vendor’s clock it %s', (_, facts) => {
    const call = callIn(facts.state ?? 'active', facts);
    for (const ms of figures(call)) expect(ms).toBeGreaterThanOrEqual(0);
    for (const ms of figures(folded(call, { state: 'ended' }, at(1_000))))
      expect(ms).toBeGreaterThanOrEqual(0);
  });
});

describe('the vendor’s own figures', () => {
  it('win over the host’s', () => {
    const call = folded(
      callIn('active'),
      { state: 'ended', durations: { talkMs: 7_000, totalMs: 9_500 } },
      at(8_000),
    );
    expect(call.durations).toEqual({
      waitMs: 0,
      talkMs: 7_000,
      totalMs: 9_500,
      source: 'vendor',
      asOf: 8_000,
    });
  });

  it('may come first or late', () => {
    expect(callIn('active', { durations: { waitMs: 3_000 } }).durations).toMatchObject({
      waitMs: 3_000,
      source: 'vendor',
    });
    const ended = folded(callIn('active'), { state: 'ended' }, at(8_000));
    const { call, events } = fold(ended, { durations: { talkMs: 7_500 } }, at(60_000));
    expect(call?.durations).toEqual({ ...ended.durations, talkMs: 7_500, source: 'vendor', asOf: 60_000 });
    expect(events.map(({ type }) => type)).toEqual(['call.updated']);
  });

  it('that say what is known change nothing', () => {
    const call = callIn('active', { durations: { talkMs: 5_000 } });
    expect(folded(call, { durations: { talkMs: 5_000 } }, at(2_000))).toBe(call);
    expect(folded(call, { durations: {} }, at(2_000))).toBe(call);
  });

  it('are where a call runs on from', () => {
    const call = callIn('active', { durations: { talkMs: 5_000, totalMs: 6_000 } });
    expect(folded(call, { state: 'held' }, at(1_000)).durations).toMatchObject({
      talkMs: 6_000,
      totalMs: 7_000,
    });
  });

  it('may be zero', () => {
    const ended = folded(callIn('active'), { state: 'ended', durations: { talkMs: 0 } }, at(8_000));
    expect(ended.durations).toMatchObject({ talkMs: 0, source: 'vendor' });
  });

  it.each([-1, NaN, Infinity, -Infinity])('are left aside when they can’t be: %p', (ms) => {
    const active = callIn('active');
    expect(folded(active, { durations: { talkMs: ms, waitMs: ms, totalMs: ms } }, at(1_000))).toBe(active);
    expect(folded(active, { durations: { talkMs: ms, totalMs: 5 } }, at(1_000)).durations).toMatchObject({
      talkMs: 0,
      totalMs: 5,
      source: 'vendor',
    });
  });
});
