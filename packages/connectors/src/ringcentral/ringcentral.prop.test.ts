import type { Call, Current } from '@offhook/core';
import * as fc from 'fast-check';
import { config } from 'rxjs';
import { presence, session } from './testing/frames.js';
import { property } from './testing/property.js';
import { widget, type Widget } from './testing/widget.js';

/** What happens to one inbound call, as each of the three streams tells it, in its own order. */
interface Story {
  readonly answered: boolean;
  readonly holds: number;
  readonly doubledEnd: boolean;
}

const story: fc.Arbitrary<Story> = fc.record({
  answered: fc.boolean(),
  holds: fc.nat(2),
  doubledEnd: fc.boolean(),
});

const repeat = <T>(times: number, each: readonly T[]): T[] =>
  Array.from({ length: times }, () => each).flat();

function streams({ answered, holds, doubledEnd }: Story, index: number): object[][] {
  const sessionId = `s-${index}`;
  const number = `+1216532${5000 + index}`;
  const phoneFrame = (name: string, facts: object): object => ({
    type: `rc-call-${name}-notify`,
    call: {
      id: `leg-${index}`,
      direction: 'Inbound',
      callStatus: 'webphone-session-connecting',
      from: number,
      to: '16505550000*101',
      creationTime: 1_000,
      isOnHold: false,
      isOnMute: false,
      recordStatus: 'webphone-record-idle',
      partyData: { partyId: `p-${index}`, sessionId },
      ...facts,
    },
  });
  const own = {
    telephonySessionId: sessionId,
    sessionId: `31470550${index}`,
    partyId: `p-${index}`,
    from: { phoneNumber: number },
  };
  const active = { callStatus: 'webphone-session-connected', startTime: 2_000 };
  const held = { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 };
  const last = answered ? active : {};
  const telephony = (code: string): object => {
    const frame = session(code, { id: `p-${index}`, from: { phoneNumber: number } }) as {
      telephonySession: object;
    };
    return {
      ...frame,
      telephonySession: { ...frame.telephonySession, id: sessionId, sessionId: own.sessionId },
    };
  };
  return [
    [
      phoneFrame('ring', {}),
      ...(answered
        ? [
            phoneFrame('start', active),
            ...repeat(holds, [phoneFrame('hold', held), phoneFrame('resume', active)]),
          ]
        : []),
      ...repeat(doubledEnd ? 2 : 1, [phoneFrame('end', { ...last, endTime: 9_000 })]),
    ],
    [
      presence('Ringing', own),
      ...(answered
        ? [
            presence('CallConnected', own),
            ...repeat(holds, [presence('OnHold', own), presence('CallConnected', own)]),
          ]
        : []),
      presence('NoCall', { ...own, terminationType: 'final' }),
    ],
    [telephony('Proceeding'), ...(answered ? [telephony('Answered')] : []), telephony('Disconnected')],
  ];
}

/** Interleaves the streams: each keeps its own order, and who speaks next is drawn. */
function interleave(all: readonly object[][], draws: readonly number[]): object[] {
  const left = all.map((stream) => [...stream]).filter((stream) => stream.length > 0);
  const frames: object[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const index = (draws[turn % draws.length] ?? 0) % left.length;
    const frame = left[index]?.shift();
    if (frame !== undefined) frames.push(frame);
    if (left[index]?.length === 0) left.splice(index, 1);
  }
  return frames;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

/** Watches what must hold in every callback, whatever the frames are. */
function watch({ phone, events }: Widget): { readonly check: () => void; readonly checkSteps: () => void } {
  const states = new Map<string, Call['state']>();
  const faults: string[] = [];
  const values = (): unknown[] => [
    phone.calls.all.value,
    phone.recentCalls.value,
    phone.focus.value,
    phone.incomingCalls.value,
  ];
  let seen: { seq: number; values: unknown[] } = { seq: 0, values: [] };
  phone.events$.subscribe((event) => {
    deepFreeze(event);
    // All events of one commit see the same values.
    if (event.seq === seen.seq && values().some((value, index) => value !== seen.values[index]))
      faults.push(`values moved within ${event.seq}`);
    seen = { seq: event.seq, values: values() };
    if (!('call' in event) || event.type === 'call.merged') return;
    const { id, state } = event.call;
    if (states.get(id) === 'ended' && state !== 'ended') faults.push(`${id} left ended`);
    states.set(id, state);
  });
  const listen = <T>(current: Current<T>): void => {
    current.listen(() => {
      if (new Set(phone.calls.ids.value).size !== phone.calls.ids.value.length) faults.push('an id twice');
      for (const id of phone.calls.ids.value)
        if (phone.calls.get(id).value?.state === 'ended') faults.push(`${id} lives and has ended`);
    });
  };
  [phone.calls.all, phone.recentCalls, phone.focus, phone.incomingCalls].forEach((current) =>
    listen<unknown>(current),
  );
  // One that throws changes nothing for the others.
  phone.focus.listen(() => {
    throw new Error('a listener of somebody else');
  });
  return {
    check: () => expect(faults).toEqual([]),
    checkSteps: () => expect(events.filter(({ type }) => type === 'protocol.violation')).toEqual([]),
  };
}

// For good: such errors are told after the test that caused them.
beforeAll(() => {
  config.onUnhandledError = () => undefined;
});

const draws = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 });

function play(stories: readonly Story[], order: readonly number[]): Widget {
  const it = widget();
  const watched = watch(it);
  it.signIn();
  const frames = interleave(
    stories.flatMap((each, index) => streams(each, index)),
    order,
  );
  for (const frame of frames) {
    deepFreeze(frame);
    it.say(frame);
    it.clock.advance(50);
  }
  it.clock.advance(60_000);
  watched.check();
  watched.checkSteps();
  return it;
}

const endsOf = ({ events }: Widget): readonly string[] =>
  events.flatMap((event) => (event.type === 'call.ended' ? [event.call.id] : []));

property(
  'U-13: three streams of several calls, however they interleave, are those calls, each ended once',
  fc.tuple(fc.array(story, { minLength: 1, maxLength: 4 }), draws),
  ([stories, order]) => {
    const it = play(stories, order);
    const ids = stories.map((_, index) => `ringcentral:s-${index}`);
    expect([...endsOf(it)].sort()).toEqual(ids);
    expect(it.phone.calls.ids.value).toEqual([]);
    expect(it.phone.recentCalls.value.map(({ id }) => id).sort()).toEqual(ids);
  },
);

property(
  'U-50: two tabs that hear the streams in different order know the same calls, with the same ends',
  fc.tuple(fc.array(story, { minLength: 1, maxLength: 3 }), draws, draws),
  ([stories, one, other]) => {
    const summary = (it: Widget): unknown =>
      it.phone.recentCalls.value
        .map(({ id, direction, remote, answeredAt }) => ({
          id,
          direction,
          number: remote.number,
          answered: answeredAt !== undefined,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(summary(play(stories, one))).toEqual(summary(play(stories, other)));
  },
);

property(
  'U-14: an answered call whose streams all tell of it to the end is completed, never missed',
  fc.tuple(
    fc.array(fc.record({ answered: fc.constant(true), holds: fc.nat(2), doubledEnd: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    draws,
  ),
  ([stories, order]) => {
    const reasons = play(stories, order).phone.recentCalls.value.map(({ endReason }) => endReason);
    expect(new Set(reasons)).toEqual(new Set(['completed']));
  },
);

const wild = fc.oneof(
  fc.constantFrom(
    ...[0, 1, 2].flatMap((index) => streams({ answered: true, holds: 1, doubledEnd: true }, index).flat()),
  ),
  fc.constantFrom<object>(
    { type: 'rc-webphone-sessions-sync', calls: [] },
    { type: 'rc-login-status-notify', loggedIn: false },
    { type: 'rc-adapter-pushAdapterState', size: { width: 1, height: 1 }, minimized: false, closed: false },
  ),
  fc.record({
    type: fc.constantFrom(
      'rc-call-ring-notify',
      'rc-active-call-notify',
      'rc-telephony-session-notify',
      'rc-webphone-sessions-sync',
      'rc-message-updated-notify',
    ),
    call: fc.anything(),
    calls: fc.anything(),
    telephonySession: fc.anything(),
    message: fc.anything(),
  }),
);

property(
  'whatever frames come in whatever order, no call leaves ended and no id is there twice',
  fc.array(fc.tuple(wild, fc.nat(3_000)), { maxLength: 40 }),
  (steps) => {
    const it = widget();
    const watched = watch(it);
    for (const [frame, passed] of steps) {
      it.say(frame);
      it.clock.advance(passed);
    }
    it.clock.advance(60_000);
    watched.check();
    const recent = it.phone.recentCalls.value.map(({ id }) => id);
    expect(new Set(recent).size).toBe(recent.length);
  },
);
