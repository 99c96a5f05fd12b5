import * as fc from 'fast-check';
import type { CallReport } from '../model/report.js';
import type { Call } from '../model/call.js';
import { callReport } from '../testing/arbitraries.js';
import { at, fold, start } from '../testing/foldSetUp.js';
import { property } from '../testing/property.js';

/** Reports one after another, each some time after the last; the wall clock jumps as it likes. */
const story = fc.array(
  fc.record({
    facts: callReport,
    passed: fc.nat(60_000),
    jump: fc.integer({ min: -86_400_000, max: 86_400_000 }),
  }),
  { maxLength: 12 },
);

/** Tells the story step by step. */
function tell(
  steps: readonly { facts: Partial<CallReport>; passed: number; jump: number }[],
  check: (
    before: Call | undefined,
    next: ReturnType<typeof fold>,
    step: Partial<CallReport>,
    monotonic: number,
  ) => void,
): void {
  let call: Call | undefined;
  let monotonic = 0;
  for (const { facts, passed, jump } of steps) {
    monotonic += passed;
    const next = fold(call, facts, at(monotonic, { now: start + monotonic + jump }));
    check(call, next, facts, monotonic);
    call = next.call;
  }
}

property('a call ends once, stays ended, and keeps its id', [story], (steps) => {
  let ends = 0;
  tell(steps, (before, { call, events }) => {
    ends += events.filter(({ type }) => type === 'call.ended').length;
    if (before?.state === 'ended') expect(call?.state).toBe('ended');
    if (before !== undefined) expect(call?.id).toBe(before.id);
    if (call?.state === 'ended')
      expect([call.endReason, call.endReasonFrom, call.endedAt]).not.toContain(undefined);
  });
  expect(ends).toBeLessThanOrEqual(1);
});

property('whatever is told has changed, and whatever changed is told', [story], (steps) => {
  tell(steps, (before, { call, events }) => {
    const told = events.filter(({ type }) => type !== 'protocol.violation');
    expect(told.length > 0).toBe(call !== before);
    for (const event of told) expect('call' in event && event.call).toBe(call);
    if (told.length < events.length) expect(call).toBe(before);
  });
});

property('saying the same thing twice changes nothing', [story], (steps) => {
  tell(steps, (_, { call, events }, facts, monotonic) => {
    const again = fold(call, facts, at(monotonic + 5_000, { now: start + monotonic + 5_000 }));
    expect(again.call).toBe(call);
    // A forbidden step is told each time.
    expect(again.events).toEqual(events.filter(({ type }) => type === 'protocol.violation'));
  });
});

property('durations are never negative and never fall by themselves', [story], (steps) => {
  tell(steps, (before, { call }, facts) => {
    if (call === undefined) return;
    const { waitMs, talkMs, totalMs, asOf } = call.durations;
    for (const ms of [waitMs, talkMs, totalMs]) expect(ms).toBeGreaterThanOrEqual(0);
    if (before === undefined || facts.durations !== undefined) return;
    expect(waitMs).toBeGreaterThanOrEqual(before.durations.waitMs);
    expect(talkMs).toBeGreaterThanOrEqual(before.durations.talkMs);
    expect(asOf).toBeGreaterThanOrEqual(before.durations.asOf);
  });
});

property('ids are only ever added, each once', [story], (steps) => {
  tell(steps, (before, { call }, facts) => {
    if (call === undefined) return;
    expect(new Set(call.vendorIds).size).toBe(call.vendorIds.length);
    expect(call.vendorIds.slice(0, before?.vendorIds.length ?? 0)).toEqual(before?.vendorIds ?? []);
    if (call !== before) expect(call.vendorIds).toEqual(expect.arrayContaining([...(facts.ids ?? [])]));
  });
});

property('a call has no key that says nothing', [story], (steps) => {
  tell(steps, (_, { call }) => {
    if (call === undefined) return;
    expect(Object.values(call)).not.toContain(undefined);
    if (call.state !== 'held') expect(call).not.toHaveProperty('onHoldBy');
    else expect(call.onHoldBy).toBeDefined();
  });
});
