import type { CallState } from '@offhook/core';
import * as fc from 'fast-check';
import { accepted, calling, logged, ringing, terminated } from './testing/frames.js';
import { property } from './testing/property.js';
import { widget, type Widget } from './testing/widget.js';

const restartMs = 5_000;

/** What happens next: a frame of one of a few calls, the widget loaded anew, or time. */
type Step =
  | { readonly type: 'next'; readonly call: number }
  | { readonly type: 'again'; readonly call: number }
  | { readonly type: 'logged' }
  | { readonly type: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant('next' as const), call: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('again' as const), call: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.constant({ type: 'logged' as const }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 6_000 }) }),
    },
  ),
  { maxLength: 60 },
);

/** How each call goes: inbound and answered, inbound and missed, outbound and answered, outbound and cancelled. */
const scripts: readonly (readonly object[])[] = [0, 1, 2, 3].map((call) => {
  const facts = { id: `call-${call}` };
  const out = { ...facts, direction: 'outbound' };
  if (call === 0) return [ringing(facts), accepted(facts), terminated(facts)];
  if (call === 1) return [ringing(facts), terminated({ ...facts, status: 'ringing', duration: 0 })];
  if (call === 2) return [calling(facts), accepted(out), terminated(out)];
  return [calling(facts), terminated({ ...out, status: 'ringing', duration: 0 })];
});

const ends = ['completed', 'missed', 'completed', 'cancelled'] as const;

/** A call as the model's words have it, told by nothing but the frames and the clock. */
interface Expected {
  said: number;
  state: CallState | undefined;
  reason: string | undefined;
  dueAt: number;
}

const stateAfter = (call: number, said: number): CallState => {
  if (said === scripts[call]?.length) return 'ended';
  if (said === 2) return 'active';
  return call < 2 ? 'ringing' : 'dialing';
};

function play(it: Widget, all: readonly Step[], check: (expected: readonly Expected[]) => void): void {
  const expected: Expected[] = scripts.map(() => ({
    said: 0,
    state: undefined,
    reason: undefined,
    dueAt: Infinity,
  }));
  let now = 0;
  const isLive = ({ state }: Expected): boolean => state !== undefined && state !== 'ended';

  function say(call: number, said: number): void {
    const frame = scripts[call]?.[said - 1];
    const each = expected[call];
    if (!frame || !each) return;
    it.say(frame);
    const ended = said === scripts[call]?.length;
    each.said = said;
    // A call that we gave up doesn't come back; but why it ended may be learnt late.
    if (each.state !== 'ended') {
      each.state = stateAfter(call, said);
      each.dueAt = Infinity;
    }
    if (ended) each.reason = ends[call];
  }

  for (const step of all) {
    if (step.type === 'next') say(step.call, (expected[step.call]?.said ?? 0) + 1);
    else if (step.type === 'again') say(step.call, expected[step.call]?.said ?? 0);
    else if (step.type === 'logged') {
      it.say(logged());
      for (const each of expected) if (isLive(each)) each.dueAt = Math.min(each.dueAt, now + restartMs);
    } else {
      it.clock.advance(step.ms);
      now += step.ms;
      for (const each of expected) {
        if (each.dueAt > now) continue;
        each.dueAt = Infinity;
        each.state = 'ended';
        each.reason = 'unknown';
      }
    }
    check(expected);
  }
}

property(
  'S3-22: S3-10: however calls, reloads and time interleave, a call lives exactly as long as the widget bears it out',
  steps,
  (all) => {
    const it = widget();
    play(it, all, (expected) => {
      expected.forEach(({ state, reason }, call) => {
        const known = it.call(`call-${call}`);
        expect([call, known?.state, known?.endReason]).toEqual([call, state, reason]);
      });
      const live = expected.flatMap(({ state }, call) =>
        state !== undefined && state !== 'ended' ? [`kunzite:call-${call}`] : [],
      );
      expect([...it.phone.calls.ids.value].sort()).toEqual(live);
    });
    it.phone.close();
    expect(it.clock.pending).toBe(0);
  },
);

property(
  'S3-5: each call ends once, and never leaves its end, however late its frames come',
  steps,
  (all) => {
    const it = widget();
    const ended: string[] = [];
    const faults: string[] = [];
    it.phone.events$.subscribe((event) => {
      if (!('call' in event)) return;
      if (event.type === 'call.ended') ended.push(event.call.id);
      else if (ended.includes(event.call.id) && event.call.state !== 'ended') faults.push(event.call.id);
    });
    play(it, all, () => {});
    expect(faults).toEqual([]);
    expect(new Set(ended).size).toBe(ended.length);
    it.phone.close();
  },
);

property(
  'S3-22: after the widget was loaded anew and nothing was said for five seconds, no call lives',
  steps,
  (all) => {
    const it = widget();
    play(it, all, () => {});
    it.say(logged());
    it.clock.advance(restartMs);
    expect(it.phone.calls.ids.value).toEqual([]);
    it.phone.close();
  },
);
