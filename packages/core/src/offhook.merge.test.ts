import { fakeConnector } from '@offhook/testing';
import type { CallReport } from './model/report.js';
import { setUp } from './testing/setUp.js';

const call = (ids: string | readonly string[], facts: Partial<CallReport> = {}): CallReport => ({
  type: 'call',
  ids: typeof ids === 'string' ? [ids] : ids,
  ...facts,
});

describe('two calls that prove to be one', () => {
  function two(first: Partial<CallReport> = {}, second: Partial<CallReport> = {}) {
    const made = setUp();
    made.line.emit(call('a', { state: 'ringing', ...first }));
    made.clock.advance(1_000);
    made.line.emit(call('b', { state: 'ringing', ...second }));
    return made;
  }

  it('go on as the older one; the younger leaves, and its ids find the older', () => {
    const { phone, line, events } = two(
      { remote: { number: '101' } },
      { remote: { name: 'Ann' }, userData: { x: '1' } },
    );
    const told: (string | undefined)[] = [];
    phone.calls.get('fake:b').listen((now) => told.push(now?.id));
    const before = events.length;
    line.emit(call(['a', 'b']));
    expect(phone.calls.ids.value).toEqual(['fake:a']);
    expect(phone.calls.get('fake:b').value).toBe(phone.calls.get('fake:a').value);
    expect(told).toEqual(['fake:a']);
    expect(phone.calls.get('fake:a').value).toMatchObject({
      vendorIds: ['a', 'b'],
      remote: { number: '101', name: 'Ann' },
      userData: { x: '1' },
      mergedBy: expect.any(String),
    });
    expect(events.slice(before)).toEqual([
      expect.objectContaining({ type: 'call.merged', from: 'fake:b', call: phone.calls.get('fake:a').value }),
    ]);
  });

  it('leave no ended call behind, and end once', () => {
    const { phone, line, types } = two();
    line.emit(call(['a', 'b']));
    line.emit(call('b', { state: 'ended' }));
    line.emit(call('a', { state: 'ended' }));
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:a']);
    expect(types().filter((type) => type === 'call.ended')).toHaveLength(1);
    expect(phone.incomingCalls.value).toEqual([]);
  });

  it('end as rejected, whichever of their ids the command named', () => {
    const { phone, line } = two();
    line.emit(call(['a', 'b']));
    void phone.execute({ type: 'call.reject', callId: 'fake:b' });
    expect(phone.recentCalls.value.map(({ id, endReason }) => [id, endReason])).toEqual([
      ['fake:a', 'rejected'],
    ]);
  });

  it('are merged once, though ids of a report that broke the protocol still find the one that left', () => {
    const { phone, line, types } = two({ state: 'active' }, { state: 'dialing' });
    line.emit(call(['c', 'd', 'b'], { state: 'held' }));
    expect(types().at(-1)).toBe('protocol.violation');
    line.emit(call(['a', 'b']));
    line.emit(call('c', { muted: true }));
    line.emit(call(['c', 'd'], { muted: false }));
    expect(phone.calls.get('fake:a').value).toMatchObject({ id: 'fake:a', muted: false });
    expect(types().filter((type) => type === 'call.merged')).toHaveLength(1);
  });

  it('have reached what either had reached', () => {
    const { phone, line } = two({}, { state: 'active', muted: true });
    const answeredAt = phone.calls.get('fake:b').value?.answeredAt;
    line.emit(call(['a', 'b']));
    expect(phone.calls.get('fake:a').value).toMatchObject({ state: 'active', answeredAt, muted: true });
    expect(phone.incomingCalls.value).toEqual([]);
    expect(phone.focus.value?.id).toBe('fake:a');
  });

  it('take the step that the report says, together', () => {
    const { phone, line, types } = two();
    line.emit(call(['b', 'a'], { state: 'active' }));
    expect(phone.calls.ids.value).toEqual(['fake:a']);
    expect(phone.calls.get('fake:a').value?.state).toBe('active');
    expect(types().slice(-2)).toEqual(['call.merged', 'call.active']);
  });

  it('keep what only the younger knew', () => {
    const { phone, line } = two(
      { queue: 'sales' },
      {
        queue: 'support',
        team: 'north',
        sipCallId: 'abc',
        recordings: [{ id: 'r1' }],
        participants: [{ name: 'Bob' }],
        local: { extension: '101' },
        legs: [{ vendorId: 'b', kind: 'softphone', state: 'ringing' }],
      },
    );
    line.emit(call(['a', 'b']));
    expect(phone.calls.get('fake:a').value).toMatchObject({
      queue: 'sales',
      team: 'north',
      sipCallId: 'abc',
      recordings: [{ id: 'r1' }],
      participants: [{ name: 'Bob' }],
      local: { extension: '101' },
      legs: [{ vendorId: 'b', kind: 'softphone', state: 'ringing' }],
    });
  });

  it('keep the contacts that only the younger was matched with', () => {
    const contact = { id: '1', source: 'crm', name: 'Ann', phones: [], emails: [] };
    const { phone, line, clock } = setUp({ contacts: { match: () => [contact] } });
    line.emit(call('a', { state: 'ringing' }));
    clock.advance(1_000);
    line.emit(call('b', { state: 'ringing', remote: { number: '101' } }));
    line.emit(call(['a', 'b']));
    expect(phone.calls.get('fake:a').value?.match).toEqual({ status: 'one', contacts: [contact] });
  });

  it('one that has ended is not: it stays ended, and the other one goes on', () => {
    const { phone, line, types } = two();
    line.emit(call('a', { state: 'ended' }));
    line.emit(call(['a', 'b'], { state: 'active' }));
    expect(types()).not.toContain('call.merged');
    expect(types()).not.toContain('protocol.violation');
    expect(phone.calls.ids.value).toEqual(['fake:b']);
    expect(phone.calls.get('fake:a').value?.state).toBe('ended');
    expect(phone.calls.get('fake:b').value?.state).toBe('active');
  });

  it('after both have ended leave one recent call', () => {
    const { phone, line } = two();
    line.emit(call('b', { state: 'ended' }), call('a', { state: 'ended' }));
    line.emit(call(['a', 'b']));
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:a']);
    expect(phone.calls.get('fake:b').value).toBe(phone.recentCalls.value[0]);
  });

  it('may be three', () => {
    const { phone, line, types } = two();
    line.emit(call('c', { state: 'ringing' }));
    line.emit(call(['c', 'a', 'b']));
    expect(phone.calls.ids.value).toEqual(['fake:a']);
    expect(types().filter((type) => type === 'call.merged')).toHaveLength(2);
    for (const id of ['fake:a', 'fake:b', 'fake:c']) expect(phone.calls.get(id).value?.id).toBe('fake:a');
  });

  it('never are two of different connectors', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.emit(call('a', { state: 'ringing', sipCallId: 's' }));
    other.emit(call(['b', 'a'], { state: 'ringing', sipCallId: 's' }));
    expect([...phone.calls.ids.value].sort()).toEqual(['fake:a', 'other:b']);
  });

  it('a command on the younger one reaches the older', async () => {
    const { phone, line } = two();
    line.emit(call(['a', 'b']));
    await expect(phone.execute({ type: 'call.answer', callId: 'fake:b' })).resolves.toMatchObject({
      callId: 'fake:a',
    });
    expect(phone.calls.get('fake:a').value?.state).toBe('active');
  });
});

describe('linked calls', () => {
  it('are those of other connectors with the same SIP call id, and name each other', () => {
    const other = fakeConnector({ id: 'other' });
    const third = fakeConnector({ id: 'third' });
    const { phone, line, types } = setUp({ others: [other, third] });
    line.emit(call('1', { state: 'ringing', sipCallId: 's' }));
    expect(phone.calls.get('fake:1').value?.linked).toEqual([]);
    other.emit(call('1', { state: 'ringing', sipCallId: 's' }));
    third.emit(call('1', { state: 'ringing', sipCallId: 'else' }));
    expect(phone.calls.get('fake:1').value?.linked).toEqual(['other:1']);
    expect(phone.calls.get('other:1').value?.linked).toEqual(['fake:1']);
    expect(phone.calls.get('third:1').value?.linked).toEqual([]);
    third.emit(call('1', { sipCallId: 's' }));
    expect([...(phone.calls.get('fake:1').value?.linked ?? [])].sort()).toEqual(['other:1', 'third:1']);
    expect([...(phone.calls.get('third:1').value?.linked ?? [])].sort()).toEqual(['fake:1', 'other:1']);
    expect(types()).toContain('call.updated');
  });

  it('name the one call that two of a connector have become', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line, clock } = setUp({ others: [other] });
    line.emit(call('a', { state: 'ringing' }));
    clock.advance(1_000);
    line.emit(call('b', { state: 'ringing', sipCallId: 's' }));
    other.emit(call('1', { state: 'ringing', sipCallId: 's' }));
    expect(phone.calls.get('other:1').value?.linked).toEqual(['fake:b']);
    line.emit(call(['a', 'b']));
    expect(phone.calls.get('other:1').value?.linked).toEqual(['fake:a']);
    expect(phone.calls.get('fake:a').value?.linked).toEqual(['other:1']);
  });

  it('are none of calls that just have no SIP call id', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.ring();
    other.ring();
    for (const { linked } of phone.calls.all.value) expect(linked).toEqual([]);
  });

  it('are none of the same connector', () => {
    const { phone, line } = setUp();
    line.emit(call('1', { state: 'ringing', sipCallId: 's' }));
    line.emit(call('2', { state: 'ringing', sipCallId: 's' }));
    for (const { linked } of phone.calls.all.value) expect(linked).toEqual([]);
  });
});
