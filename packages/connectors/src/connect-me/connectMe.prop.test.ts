import { isLive } from '@offhook/core';
import * as fc from 'fast-check';
import { asks, desk, login, ready, registered, session, signedIn, update } from './testing/frames.js';
import { property } from './testing/property.js';
import { widget, type Widget } from './testing/widget.js';

/** What becomes of one real call: seen twice until somebody answers, on one phone, or not at all. */
interface Story {
  readonly seen: 'softphone' | 'desk' | 'both';
  readonly answeredOn: 'softphone' | 'desk' | 'nobody';
}

const story: fc.Arbitrary<Story> = fc
  .record({
    seen: fc.constantFrom('softphone' as const, 'desk' as const, 'both' as const),
    answeredOn: fc.constantFrom('softphone' as const, 'desk' as const, 'nobody' as const),
  })
  .filter(({ seen, answeredOn }) => answeredOn === 'nobody' || seen === 'both' || seen === answeredOn);

/** The frames of a call, for each leg in order: the legs' own orders are all that the widget promises. */
function legsOf({ seen, answeredOn }: Story, id: number, number: string): readonly (readonly object[])[] {
  const kinds = [
    { kind: 'softphone' as const, at: 2 * id, make: session },
    { kind: 'desk' as const, at: 2 * id + 1, make: desk },
  ].filter(({ kind }) => seen === 'both' || seen === kind);
  return kinds.map(({ kind, at, make }) => [
    make(at, {}, number),
    ...(kind === answeredOn ? [update(at, 'confirmed')] : []),
    update(at, 'terminated'),
  ]);
}

/** Mixes lists at random, each in its own order. */
function mixed<T>(lists: readonly (readonly T[])[], picks: readonly number[]): readonly T[] {
  const left = lists.map((list) => [...list]);
  const result: T[] = [];
  for (let turn = 0; left.some((list) => list.length > 0); turn += 1) {
    const open = left.filter((list) => list.length > 0);
    const next = open[(picks[turn % picks.length] ?? 0) % open.length]?.shift();
    if (next !== undefined) result.push(next);
  }
  return result;
}

const picks = fc.array(fc.nat(11), { minLength: 1, maxLength: 30 });

/** Whatever happens: no leg is in two live calls, and all streams agree. */
function sound({ phone }: Widget): void {
  const live = phone.calls.all.value;
  expect(live.every(isLive)).toBe(true);
  const legs = live.flatMap((call) => call.legs.filter(({ state }) => state !== 'ended'));
  expect(new Set(legs.map(({ vendorId }) => vendorId)).size).toBe(legs.length);
  for (const call of live) {
    expect(call.legs.map(({ vendorId }) => vendorId)).toEqual(call.vendorIds);
    if (call.legs.length > 1) expect(call.mergedBy).toBe('same-number');
    else expect(call.mergedBy).toBeUndefined();
  }
}

property(
  'S0-21: calls of different numbers are as many as there were, however their legs interleave',
  fc.record({ stories: fc.array(story, { minLength: 1, maxLength: 4 }), picks }),
  ({ stories, picks: order }) => {
    const made = widget();
    made.signIn();
    const legs = stories.map((each, index) => legsOf(each, index, `+3227887${900 + index}`));
    // Both legs ring before the call is answered or given up.
    made.say(
      ...mixed(
        legs.flatMap((each) => each.map(([first]) => first)).map((first) => [first]),
        order,
      ),
    );
    sound(made);
    expect(made.calls()).toHaveLength(stories.length);
    const rest = mixed(
      legs.flat().map(([, ...frames]) => frames),
      order,
    );
    for (const frame of rest) {
      made.say(frame);
      sound(made);
    }
    expect(made.calls()).toEqual([]);
    const reasons = made.phone.recentCalls.value.map(({ endReason }) => endReason).sort();
    const due = stories.map(({ answeredOn }) => (answeredOn === 'nobody' ? 'missed' : 'completed'));
    expect(reasons).toEqual(due.sort());
    expect(made.told('protocol.')).toEqual([]);
    expect(made.told('call.ended')).toHaveLength(stories.length);
    made.phone.close();
    expect(made.clock.pending).toBe(0);
  },
);

property(
  'S0-21: sessions of one number that ring together are paired one to one',
  fc.record({ softphones: fc.nat(4), desks: fc.nat(4), picks }),
  ({ softphones, desks, picks: order }) => {
    const made = widget();
    made.signIn();
    const softphoneIds = Array.from({ length: softphones }, (_, index) => session(index));
    const deskIds = Array.from({ length: desks }, (_, index) => desk(10 + index));
    made.say(...mixed([softphoneIds, deskIds], order));
    sound(made);
    expect(made.calls()).toHaveLength(Math.max(softphones, desks));
    expect(made.phone.calls.all.value.filter(({ legs }) => legs.length === 2)).toHaveLength(
      Math.min(softphones, desks),
    );
    made.phone.close();
  },
);

property(
  'S0-21: two real calls of one number are two, even if their sessions were paired across',
  fc.record({
    answers: fc.tuple(
      ...[0, 1].map(() => fc.constantFrom('softphone' as const, 'desk' as const, 'nobody' as const)),
    ),
    picks,
    more: picks,
  }),
  ({ answers, picks: order, more }) => {
    const made = widget();
    made.signIn();
    made.say(
      ...mixed(
        answers.flatMap((_, id) => [[session(2 * id)], [desk(2 * id + 1)]]),
        order,
      ),
    );
    expect(made.calls()).toHaveLength(2);
    // The phone that lost is told so when the other has answered, and not before.
    const rest = answers.map((answer, id) => {
      const [won, lost] = answer === 'desk' ? [2 * id + 1, 2 * id] : [2 * id, 2 * id + 1];
      const ends = mixed([[update(won, 'terminated')], [update(lost, 'terminated')]], more);
      return answer === 'nobody' ? ends : [update(won, 'confirmed'), ...ends];
    });
    for (const frame of mixed(rest, order)) {
      made.say(frame);
      sound(made);
    }
    expect(made.calls()).toEqual([]);
    const reasons = made.phone.recentCalls.value.map(({ endReason }) => endReason).sort();
    expect(reasons).toEqual(answers.map((answer) => (answer === 'nobody' ? 'missed' : 'completed')).sort());
    expect(made.told('protocol.')).toEqual([]);
    made.phone.close();
  },
);

property(
  'S0-21: two answered sessions are two calls, whatever they were taken for',
  fc.record({ first: fc.boolean(), gapMs: fc.nat(4_000), talkMs: fc.nat(10_000), endsFirst: fc.boolean() }),
  ({ first, gapMs, talkMs, endsFirst }) => {
    const made = widget();
    made.signIn();
    const [one, other] = first ? [0, 1] : [1, 0];
    made.say(session(0));
    made.clock.advance(gapMs);
    made.say(desk(1), update(one, 'confirmed'));
    made.clock.advance(talkMs);
    made.say(update(other, 'confirmed'));
    sound(made);
    expect(made.calls()).toHaveLength(2);
    const [end, last] = endsFirst ? [0, 1] : [1, 0];
    made.say(update(end, 'terminated'));
    expect(made.calls()).toEqual([`active ${last}`]);
    made.say(update(last, 'terminated'));
    expect(made.recent().map((each) => each.split(' ')[0])).toEqual(['completed', 'completed']);
    expect(made.told('protocol.')).toEqual([]);
    made.phone.close();
  },
);

property(
  'S0-6, S0-18: after a restart exactly the calls that were told of again live, and no call is mistaken for another',
  fc.record({
    calls: fc.array(
      fc.record({
        answered: fc.boolean(),
        then: fc.constantFrom('again' as const, 'silent' as const, 'other' as const),
        afterMs: fc.nat(4_999),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    restarts: fc.integer({ min: 1, max: 3 }),
  }),
  ({ calls, restarts }) => {
    const made = widget();
    made.signIn();
    const numberOf = (id: number): string => `+3220000${100 + id}`;
    calls.forEach(({ answered }, id) => {
      made.say(session(id, {}, numberOf(id)), ...(answered ? [update(id, 'confirmed')] : []));
    });
    const before = calls.map((_, id) => made.call(id));
    for (let restart = 0; restart < restarts; restart += 1) made.say(asks, ready, login, registered);
    const order = calls
      .map((_, id) => id)
      .sort((a, b) => (calls[a]?.afterMs ?? 0) - (calls[b]?.afterMs ?? 0));
    let passed = 0;
    for (const id of order) {
      const { then, afterMs = 0 } = calls[id] ?? {};
      made.clock.advance(afterMs - passed);
      passed = afterMs;
      if (then === 'again') made.say(session(id, {}, numberOf(id)));
      if (then === 'other') made.say(session(id, {}, `+3229999${100 + id}`));
      sound(made);
    }
    made.clock.advance(60_000);
    sound(made);
    const live = made.phone.calls.all.value;
    expect(live).toHaveLength(calls.filter(({ then }) => then !== 'silent').length);
    calls.forEach(({ then, answered }, id) => {
      const now = made.phone.calls.get(before[id]?.id ?? '').value;
      if (then === 'again') {
        expect(now?.state).toBe(answered ? 'active' : 'ringing');
        expect(now?.remote.number).toBe(numberOf(id));
      } else {
        expect(now?.endReason).toBe('unknown');
        const heir = live.find(({ remote }) => remote.number === `+3229999${100 + id}`);
        expect(heir?.state).toBe(then === 'other' ? 'ringing' : undefined);
      }
    });
    expect(made.told('protocol.')).toEqual([]);
    made.phone.close();
  },
);

const anyFrame = fc.oneof(
  fc.constantFrom<unknown>(asks, ...signedIn),
  fc
    .record({ id: fc.nat(3), user: fc.constantFrom('8001', '8002', '+3227887900'), at: fc.nat(3) })
    .map(
      ({ id, user, at }) =>
        [
          session(id, {}, user),
          desk(id, {}, user),
          session(id, { incoming: false }, user),
          session(id, { status: 'confirmed' }, user),
        ][at],
    ),
  fc
    .record({ id: fc.nat(3), status: fc.constantFrom('calling', 'ringing', 'confirmed', 'terminated') })
    .map(({ id, status }) => update(id, status)),
  fc.nat(6_000),
);

property(
  'S0-18, S0-21: no sequence of frames throws, tears a call in two, or leaves one behind',
  fc.array(anyFrame, { maxLength: 60 }),
  (frames) => {
    const made = widget();
    made.signIn();
    for (const frame of frames) {
      if (typeof frame === 'number') made.clock.advance(frame);
      else made.say(frame);
      sound(made);
    }
    // Started anew for good, it knows no calls.
    made.say(...signedIn);
    made.clock.advance(10_000);
    expect(made.calls()).toEqual([]);
    expect(made.told('call.added').length).toBe(made.told('call.ended').length);
    made.phone.close();
    expect(made.clock.pending).toBe(0);
  },
);
