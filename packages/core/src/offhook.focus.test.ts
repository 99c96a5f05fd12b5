import type { CallReport } from './model/report.js';
import type { CallState } from './model/call.js';
import { setUp } from './testing/setUp.js';

const call = (id: string, facts: Partial<CallReport>): CallReport => ({ type: 'call', ids: [id], ...facts });

describe('focus', () => {
  it('is nobody while there is no call', () => {
    expect(setUp().phone.focus.value).toBeUndefined();
    expect(setUp().phone.focus.initial).toBeUndefined();
  });

  // From what a person means first to what they mean last.
  const ranks: readonly (readonly [string, Partial<CallReport>])[] = [
    ['ringing', { state: 'ringing', direction: 'inbound' }],
    ['active', { state: 'active' }],
    ['dialing', { state: 'dialing', direction: 'outbound' }],
    ['held', { state: 'held' }],
    ['ended', { state: 'ended' }],
  ];
  const pairs = ranks.flatMap((first, index) =>
    ranks
      .slice(index + 1)
      .map((second) => ({ first: first[0], second: second[0], facts: [first[1], second[1]] as const })),
  );

  it.each(pairs)(
    'is a call that is $first rather than one that is $second, whichever came first',
    ({ facts: [a, b] }) => {
      const one = setUp();
      one.line.emit(call('a', a), call('b', b));
      expect(one.phone.focus.value?.id).toBe('fake:a');
      const other = setUp();
      other.line.emit(call('b', b));
      other.line.emit(call('a', a));
      expect(other.phone.focus.value?.id).toBe('fake:a');
    },
  );

  it('counts an outbound call that rings over there as one being dialled', () => {
    const { phone, line } = setUp();
    line.emit(call('out', { state: 'ringing', direction: 'outbound' }), call('in', { state: 'active' }));
    expect(phone.focus.value?.id).toBe('fake:in');
    line.emit(call('in', { state: 'held' }));
    expect(phone.focus.value?.id).toBe('fake:out');
  });

  it('is the one that rings longest of several that ring', () => {
    const { phone, line } = setUp();
    const [first, second] = [line.ring(), line.ring()];
    expect(phone.focus.value?.id).toBe(first.id);
    first.end();
    expect(phone.focus.value?.id).toBe(second.id);
  });

  it.each<[CallState, Partial<CallReport>]>([
    ['active', { state: 'active' }],
    ['held', { state: 'held' }],
    ['ended', { state: 'ended' }],
  ])('is the last of several that are %s', (_, facts) => {
    const { phone, line } = setUp();
    const ids = ['a', 'b', 'c'];
    for (const id of ids) line.emit(call(id, { state: 'active' }));
    for (const id of ['b', 'c', 'a'])
      line.emit(call(id, { state: facts.state === 'active' ? 'held' : 'active' }));
    for (const id of ['b', 'c', 'a']) line.emit(call(id, facts));
    expect(phone.focus.value?.id).toBe('fake:a');
  });

  it('goes back to the held call when the active one ends, and to the ended one after that', () => {
    const { phone, line } = setUp();
    const [first, second] = [line.ring(), line.ring()];
    first.answer();
    first.hold();
    second.answer();
    expect(phone.focus.value?.id).toBe(second.id);
    second.end();
    expect(phone.focus.value?.id).toBe(first.id);
    first.end();
    expect(phone.focus.value).toMatchObject({ id: first.id, state: 'ended' });
  });

  it('tells what changes in the call that it follows', () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    const told: unknown[] = [];
    phone.focus.subscribe((now) => told.push([now?.state, now?.muted]));
    ring.answer();
    ring.mute();
    expect(told).toEqual([
      ['ringing', false],
      ['active', false],
      ['active', true],
    ]);
    expect(phone.focus.value).toBe(phone.calls.get(ring.id).value);
  });

  it('says nothing of calls that it does not follow', () => {
    const { phone, line } = setUp();
    const held = line.ring();
    held.answer();
    line.ring();
    const told: unknown[] = [];
    phone.focus.listen((now) => told.push(now));
    held.mute();
    held.hold();
    line.ring();
    expect(told).toEqual([]);
  });
});

describe('incoming calls', () => {
  it('are the inbound ones that ring, the longest ringing first', () => {
    const { phone, line } = setUp();
    const calls = [line.ring(), line.ring(), line.ring()];
    line.dial();
    line.emit(call('out', { state: 'ringing', direction: 'outbound' }), call('on', { state: 'active' }));
    expect(phone.incomingCalls.value.map(({ id }) => id)).toEqual(calls.map(({ id }) => id));
    calls[1]?.answer();
    calls[0]?.end();
    expect(phone.incomingCalls.value.map(({ id }) => id)).toEqual([calls[2]?.id]);
  });

  it('are told when one comes, changes or goes, and not for other calls', () => {
    const { phone, line } = setUp();
    const told: number[] = [];
    phone.incomingCalls.listen((calls) => told.push(calls.length));
    const ring = line.ring();
    ring.report({ remote: { name: 'Ann' } });
    expect(phone.incomingCalls.value[0]?.remote.name).toBe('Ann');
    ring.answer();
    ring.mute();
    ring.end();
    line.dial();
    expect(told).toEqual([1, 1, 0]);
  });

  it('know a call whose direction is only learnt later', () => {
    const { phone, line } = setUp();
    line.emit(call('a', { state: 'ringing', direction: 'outbound' }));
    expect(phone.incomingCalls.value).toEqual([]);
    line.emit(call('a', { direction: 'inbound' }));
    expect(phone.incomingCalls.value.map(({ id }) => id)).toEqual(['fake:a']);
    line.emit(call('a', { direction: 'outbound' }));
    expect(phone.incomingCalls.value).toEqual([]);
    expect(phone.focus.value?.id).toBe('fake:a');
  });
});
