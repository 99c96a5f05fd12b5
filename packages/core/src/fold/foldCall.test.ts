import type { CallReport } from '../model/report.js';
import type { Call, CallState } from '../model/call.js';
import { noMatch } from '../model/contact.js';
import { at, callIn, fold, folded, start, states } from '../testing/foldSetUp.js';

const types = (events: readonly { readonly type: string }[]): readonly string[] =>
  events.map(({ type }) => type);

describe('a call seen for the first time', () => {
  it.each(states)('may be %s already', (state) => {
    const { call, events } = fold(undefined, { state });
    expect(call?.state).toBe(state);
    expect(types(events)).toEqual(['call.added', `call.${state}`]);
    for (const event of events) expect('call' in event && event.call).toBe(call);
  });

  it('has all that a call has, and no more than was told', () => {
    expect(callIn('ringing')).toEqual({
      id: 'fake:1',
      connector: 'fake',
      vendorIds: ['1'],
      legs: [],
      direction: 'inbound',
      state: 'ringing',
      muted: false,
      remote: {},
      participants: [],
      match: noMatch,
      startedAt: start,
      ringingAt: start,
      durations: { waitMs: 0, talkMs: 0, totalMs: 0, source: 'host', asOf: 0 },
      linked: [],
      userData: {},
      recordings: [],
      log: { status: 'none', waiting: 0 },
    });
  });

  it('takes every fact that the report has', () => {
    const facts: Partial<CallReport> = {
      ids: ['1', 'sip-7'],
      direction: 'outbound',
      legs: [{ vendorId: '1', kind: 'softphone', state: 'active' }],
      muted: true,
      recording: 'on',
      reconnecting: true,
      ending: false,
      participants: [{ name: 'Bob' }],
      queue: 'sales',
      team: 'north',
      startedAt: start - 60_000,
      answeredAt: start - 50_000,
      sipCallId: 'abc@host',
      linkedId: '77',
      recordings: [{ id: 'r1' }],
      mergedBy: 'vendor',
      remote: { number: '+12165325078' },
      local: { extension: '101' },
      userData: { caseId: '5' },
    };
    const { ids, ...rest } = facts;
    expect(callIn('active', facts)).toMatchObject({ ...rest, vendorIds: ids, state: 'active' });
    expect(types(fold(undefined, { state: 'active', ...facts }).events)).toEqual([
      'call.added',
      'call.active',
    ]);
  });

  it('is nothing without a state: facts alone make no call', () => {
    expect(fold(undefined, { muted: true, remote: { name: 'Ann' } })).toEqual({
      call: undefined,
      events: [],
    });
  });

  it('began when the vendor says, or when it was answered, or now', () => {
    expect(callIn('active', { startedAt: start - 9_000 }).startedAt).toBe(start - 9_000);
    expect(callIn('active', { startedAt: start - 9_000 }).answeredAt).toBe(start - 9_000);
    expect(callIn('active', { answeredAt: start - 8_000 }).startedAt).toBe(start - 8_000);
    expect(callIn('active').startedAt).toBe(start);
  });

  it.each<[CallState, Record<'ringingAt' | 'answeredAt' | 'endedAt', number | undefined>]>([
    ['dialing', { ringingAt: undefined, answeredAt: undefined, endedAt: undefined }],
    ['ringing', { ringingAt: start - 9_000, answeredAt: undefined, endedAt: undefined }],
    ['active', { ringingAt: undefined, answeredAt: start - 9_000, endedAt: undefined }],
    ['held', { ringingAt: undefined, answeredAt: start - 9_000, endedAt: undefined }],
    ['ended', { ringingAt: undefined, answeredAt: undefined, endedAt: start }],
  ])('has the time of its state and no other: %s', (state, times) => {
    const call = callIn(state, { startedAt: start - 9_000 });
    for (const key of ['ringingAt', 'answeredAt', 'endedAt'] as const)
      expect([key, call[key]]).toEqual([key, times[key]]);
    expect(Object.keys(call).filter((key) => call[key as keyof Call] === undefined)).toEqual([]);
  });
});

describe('steps', () => {
  const legal: readonly (readonly [CallState, CallState, string])[] = [
    ['dialing', 'ringing', 'call.ringing'],
    ['dialing', 'active', 'call.active'],
    ['dialing', 'ended', 'call.ended'],
    ['ringing', 'active', 'call.active'],
    ['ringing', 'ended', 'call.ended'],
    ['active', 'held', 'call.held'],
    ['active', 'ended', 'call.ended'],
    ['held', 'active', 'call.resumed'],
    ['held', 'ended', 'call.ended'],
  ];
  const isLegal = (from: CallState, to: CallState): boolean =>
    legal.some((step) => step[0] === from && step[1] === to);
  const illegal = states.flatMap((from) =>
    states.filter((to) => to !== from && !isLegal(from, to)).map((to) => [from, to] as const),
  );

  it.each(legal)('%s to %s is %s', (from, to, type) => {
    const before = callIn(from);
    const { call, events } = fold(before, { state: to }, at(1_000));
    expect(call?.state).toBe(to);
    expect(events).toEqual([{ type, call }]);
    expect(call?.id).toBe(before.id);
  });

  it('there are eleven that the model forbids', () => {
    expect(illegal).toHaveLength(11);
  });

  it.each(illegal)('%s to %s leaves the call as it was, and is told as a violation', (from, to) => {
    const before = callIn(from);
    const { call, events } = fold(
      before,
      { state: to, muted: true, remote: { name: 'Eve' }, ids: ['1', '2'] },
      at(1_000),
    );
    expect(call).toBe(before);
    expect(events).toEqual([{ type: 'protocol.violation', callId: 'fake:1', from, to }]);
  });

  it.each(states)('%s to %s says nothing new', (state) => {
    const before = callIn(state);
    expect(fold(before, { state }, at(1_000))).toEqual({ call: before, events: [] });
    expect(fold(before, { state }, at(1_000)).call).toBe(before);
  });

  it('takes the facts that come with a step, in one event', () => {
    const { call, events } = fold(callIn('ringing'), {
      state: 'active',
      queue: 'sales',
      remote: { name: 'Ann' },
    });
    expect(call).toMatchObject({ state: 'active', queue: 'sales', remote: { name: 'Ann' } });
    expect(types(events)).toEqual(['call.active']);
  });

  it('notes when each happened, once', () => {
    const rung = folded(callIn('dialing'), { state: 'ringing' }, at(1_000));
    expect(rung.ringingAt).toBe(start + 1_000);
    const answered = folded(rung, { state: 'active' }, at(2_000));
    expect(answered.answeredAt).toBe(start + 2_000);
    const resumed = folded(folded(answered, { state: 'held' }, at(3_000)), { state: 'active' }, at(4_000));
    expect(resumed.answeredAt).toBe(start + 2_000);
    const ended = folded(resumed, { state: 'ended' }, at(5_000));
    expect(ended).toMatchObject({
      startedAt: start,
      ringingAt: start + 1_000,
      answeredAt: start + 2_000,
      endedAt: start + 5_000,
    });
  });

  it('takes the times that the vendor tells with a step', () => {
    const answered = folded(callIn('ringing'), { state: 'active', answeredAt: start + 900 }, at(1_000));
    expect(answered.answeredAt).toBe(start + 900);
    expect(folded(answered, { state: 'ended', endedAt: start + 1_900 }, at(2_000)).endedAt).toBe(
      start + 1_900,
    );
  });

  it('keeps the first time of the answer, whatever comes later', () => {
    const answered = callIn('active', { answeredAt: start - 500 });
    expect(folded(answered, { answeredAt: start }, at(1_000))).toBe(answered);
    expect(folded(answered, { state: 'held', answeredAt: start }, at(1_000)).answeredAt).toBe(start - 500);
  });
});

describe('hold', () => {
  it('is by whom the vendor says', () => {
    expect(callIn('held', { onHoldBy: 'remote' }).onHoldBy).toBe('remote');
    expect(folded(callIn('active'), { state: 'held', onHoldBy: 'remote' }).onHoldBy).toBe('remote');
  });

  it('is ours where the vendor does not say', () => {
    expect(callIn('held').onHoldBy).toBe('local');
    expect(folded(callIn('active'), { state: 'held' }).onHoldBy).toBe('local');
  });

  it('stays with whom it was when a report leaves that out', () => {
    const held = callIn('held', { onHoldBy: 'remote' });
    expect(folded(held, { state: 'held' })).toBe(held);
    expect(folded(held, { queue: 'sales' }).onHoldBy).toBe('remote');
  });

  it('may pass from one to the other', () => {
    const { call, events } = fold(callIn('held'), { onHoldBy: 'remote' });
    expect(call?.onHoldBy).toBe('remote');
    expect(types(events)).toEqual(['call.updated']);
  });

  it.each(['active', 'ended'] as const)('is over when the call is %s', (state) => {
    expect(folded(callIn('held', { onHoldBy: 'remote' }), { state })).not.toHaveProperty('onHoldBy');
  });

  it('is nobody’s while the call is not held, whatever a report says', () => {
    const active = callIn('active', { onHoldBy: 'remote' });
    expect(active).not.toHaveProperty('onHoldBy');
    expect(folded(active, { onHoldBy: 'remote' })).toBe(active);
  });
});

describe('mute', () => {
  it('is told as an event of its own, once', () => {
    const muted = fold(callIn('active'), { muted: true });
    expect(types(muted.events)).toEqual(['call.muted']);
    expect(muted.events).toEqual([{ type: 'call.muted', call: muted.call }]);
    expect(fold(muted.call, { muted: true }).events).toEqual([]);
    const unmuted = fold(muted.call, { muted: false });
    expect(types(unmuted.events)).toEqual(['call.unmuted']);
    expect(unmuted.call?.muted).toBe(false);
  });

  it('stays as it was when a report leaves it out', () => {
    const muted = callIn('active', { muted: true });
    expect(folded(muted, { state: 'held' }).muted).toBe(true);
  });

  it('comes after the step that it came with', () => {
    expect(types(fold(callIn('ringing'), { state: 'active', muted: true }).events)).toEqual([
      'call.active',
      'call.muted',
    ]);
  });

  it('is no event of its own for a call that was muted when it was first seen', () => {
    expect(types(fold(undefined, { state: 'active', muted: true }).events)).toEqual([
      'call.added',
      'call.active',
    ]);
  });
});

describe('facts', () => {
  let before: Call;
  beforeEach(() => {
    before = callIn('active', {
      remote: { number: '+12165325078', name: 'Ann' },
      local: { number: '101' },
      userData: { caseId: '5', tier: 'gold' },
      queue: 'sales',
      recordings: [{ id: 'r1' }],
    });
  });

  it('that are left out stay as they were', () => {
    const call = folded(before, { team: 'north' });
    expect(call).toEqual({ ...before, team: 'north' });
  });

  it('that are given as undefined stay as they were too', () => {
    const nothing = { queue: undefined, remote: undefined, muted: undefined, userData: undefined } as object;
    expect(folded(before, nothing)).toBe(before);
  });

  it('change the call and are told as one update', () => {
    const { call, events } = fold(before, { queue: 'support', reconnecting: true, recording: 'paused' });
    expect(call).toEqual({ ...before, queue: 'support', reconnecting: true, recording: 'paused' });
    expect(events).toEqual([{ type: 'call.updated', call }]);
  });

  it('about the parties are merged field by field', () => {
    const call = folded(before, { remote: { name: 'Ann Lee', extension: '7' }, local: { name: 'Me' } });
    expect(call.remote).toEqual({ number: '+12165325078', name: 'Ann Lee', extension: '7' });
    expect(call.local).toEqual({ number: '101', name: 'Me' });
  });

  it('about our side begin with what is told first', () => {
    const call = callIn('active');
    expect(call).not.toHaveProperty('local');
    expect(folded(call, { local: { extension: '101' } }).local).toEqual({ extension: '101' });
  });

  it('of the vendor’s own are merged key by key', () => {
    expect(folded(before, { userData: { tier: 'blue', note: 'x' } }).userData).toEqual({
      caseId: '5',
      tier: 'blue',
      note: 'x',
    });
  });

  it('of the vendor’s own may have any key, and harm nobody', () => {
    const hostile = JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}') as Record<
      string,
      string
    >;
    const call = folded(before, { userData: hostile });
    expect(Object.getPrototypeOf(call.userData)).toBe(Object.prototype);
    expect(call.userData).toMatchObject({ caseId: '5', constructor: 'y', toString: 'z' });
    expect(folded(call, { userData: hostile })).toBe(call);
  });

  it('that say the same in other words change nothing: the same reference comes back', () => {
    const again: Partial<CallReport> = {
      state: 'active',
      remote: { name: 'Ann' },
      local: { number: '101' },
      userData: { tier: 'gold' },
      queue: 'sales',
      recordings: [{ id: 'r1' }],
      muted: false,
    };
    const { call, events } = fold(before, again, at(60_000));
    expect(call).toBe(before);
    expect(events).toEqual([]);
  });

  it('keep the references of what did not change', () => {
    const call = folded(before, { queue: 'support' });
    for (const key of [
      'remote',
      'local',
      'userData',
      'recordings',
      'legs',
      'vendorIds',
      'durations',
      'match',
    ] as const) {
      expect(call[key]).toBe(before[key]);
    }
  });

  it('replace lists as a whole', () => {
    const call = folded(before, { recordings: [{ id: 'r1', link: 'https://x.example/r1' }, { id: 'r2' }] });
    expect(call.recordings).toEqual([{ id: 'r1', link: 'https://x.example/r1' }, { id: 'r2' }]);
  });

  it('add ids behind the ones that are known', () => {
    const call = folded(before, { ids: ['9', '1', '8'] });
    expect(call.vendorIds).toEqual(['1', '9', '8']);
    expect(call.id).toBe(before.id);
    expect(folded(call, { ids: ['8'] })).toBe(call);
  });

  it('may correct the direction while the call lives', () => {
    expect(folded(before, { direction: 'outbound' }).direction).toBe('outbound');
  });
});

describe('ended is final', () => {
  let ended: Call;
  beforeEach(() => {
    ended = folded(callIn('active', { remote: { name: 'Ann' }, muted: true }), { state: 'ended' }, at(1_000));
  });

  it.each(['dialing', 'ringing', 'active', 'held'] as const)('no report makes it %s again', (state) => {
    const { call, events } = fold(ended, { state, queue: 'sales', endReason: 'busy' }, at(2_000));
    expect(call).toBe(ended);
    expect(types(events)).toEqual(['protocol.violation']);
  });

  it('only what may be learnt late still changes', () => {
    const late: Partial<CallReport> = {
      legs: [{ vendorId: '1', kind: 'deskphone', state: 'ended' }],
      participants: [{ name: 'Bob' }],
      queue: 'sales',
      team: 'north',
      sipCallId: 'abc',
      linkedId: '77',
      recordings: [{ id: 'r1' }],
      userData: { caseId: '5' },
    };
    const { call, events } = fold(ended, { ...late, ids: ['1', '2'] }, at(2_000));
    expect(call).toEqual({ ...ended, ...late, vendorIds: ['1', '2'] });
    expect(types(events)).toEqual(['call.updated']);
  });

  it('what belongs to a live call does not', () => {
    const { call, events } = fold(
      ended,
      {
        state: 'ended',
        direction: 'outbound',
        muted: false,
        recording: 'on',
        reconnecting: true,
        ending: true,
        startedAt: 1,
        answeredAt: 2,
        endedAt: 3,
        mergedBy: 'x',
        onHoldBy: 'local',
        remote: { name: 'Eve' },
        local: { name: 'Me' },
      },
      at(2_000),
    );
    expect(call).toBe(ended);
    expect(events).toEqual([]);
  });
});
