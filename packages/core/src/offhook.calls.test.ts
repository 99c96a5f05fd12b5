import { fakeConnector } from '@offhook/testing';
import type { CallReport } from './model/report.js';
import { setUp } from './testing/setUp.js';

const call = (ids: string | readonly string[], facts: Partial<CallReport> = {}): CallReport => ({
  type: 'call',
  ids: typeof ids === 'string' ? [ids] : ids,
  ...facts,
});

describe('the id of a call', () => {
  it('is the connector’s and the most lasting one of the vendor', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.emit(call(['telephony-1', 'webphone-9'], { state: 'ringing' }));
    other.emit(call('telephony-1', { state: 'ringing' }));
    expect(phone.calls.ids.value).toEqual(['other:telephony-1', 'fake:telephony-1']);
    expect(phone.calls.get('fake:telephony-1').value).toMatchObject({
      id: 'fake:telephony-1',
      connector: 'fake',
      vendorIds: ['telephony-1', 'webphone-9'],
    });
  });

  it('never changes; whatever the vendor calls it later finds the same call', () => {
    const { phone, line } = setUp();
    line.emit(call('webphone-9', { state: 'ringing' }));
    const told: (string | undefined)[] = [];
    phone.calls.get('fake:telephony-1').subscribe((now) => told.push(now?.state));
    line.emit(call(['telephony-1', 'webphone-9'], { queue: 'sales' }));
    line.emit(call('telephony-1', { state: 'active' }));
    line.emit(call('webphone-9', { state: 'held' }));
    expect(told).toEqual([undefined, 'ringing', 'active', 'held']);
    expect(phone.calls.ids.value).toEqual(['fake:webphone-9']);
    for (const id of ['fake:webphone-9', 'fake:telephony-1'])
      expect(phone.calls.get(id).value?.id).toBe('fake:webphone-9');
  });

  it('is no other connector’s, though the vendor’s ids are alike', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.emit(call('1', { state: 'active' }));
    other.emit(call('1', { state: 'ended' }));
    expect(phone.calls.get('fake:1').value?.state).toBe('active');
  });

  it('may be any word that a vendor thinks of', () => {
    const { phone, line } = setUp();
    for (const id of ['__proto__', 'constructor', 'toString', '', '1:2#3']) {
      line.emit(call(id, { state: 'ringing' }));
      expect(phone.calls.get(`fake:${id}`).value?.state).toBe('ringing');
      line.emit(call(id, { state: 'ended' }));
    }
    expect(phone.recentCalls.value).toHaveLength(5);
  });
});

describe('reports', () => {
  it('of facts alone about a call that nobody knows are nothing', () => {
    const { phone, line, types } = setUp();
    const before = types().length;
    line.emit(call('1', { muted: true }));
    expect(phone.calls.ids.value).toEqual([]);
    expect(types()).toHaveLength(before);
    line.emit(call('1', { state: 'ringing' }));
    expect(phone.calls.get('fake:1').value?.muted).toBe(false);
  });

  it('without an id are nothing', () => {
    const { phone, line } = setUp();
    line.emit(call([], { state: 'ringing' }));
    expect(phone.calls.ids.value).toEqual([]);
  });

  it('of a forbidden step leave the state as it was and are told as a violation', () => {
    const { phone, line, events } = setUp();
    const ring = line.ring();
    ring.answer();
    const before = phone.calls.get(ring.id).value;
    line.emit(call(ring.vendorId, { state: 'ringing', queue: 'sales' }));
    expect(phone.calls.get(ring.id).value).toBe(before);
    expect(events.at(-1)).toMatchObject({
      type: 'protocol.violation',
      callId: ring.id,
      from: 'active',
      to: 'ringing',
      connector: 'fake',
    });
  });
});

describe('a call that ends', () => {
  it('leaves the ids and enters the recent calls in one commit', () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    const seen: unknown[] = [];
    const look = (): void =>
      void seen.push([
        phone.calls.ids.value.length,
        phone.calls.all.value.length,
        phone.recentCalls.value.length,
      ]);
    phone.calls.get(ring.id).listen(look);
    phone.calls.ids.listen(look);
    phone.recentCalls.listen(look);
    ring.end();
    expect(seen).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(phone.recentCalls.value[0]).toMatchObject({ id: ring.id, state: 'ended' });
  });

  it('is served by `get`, under all its ids, and told to whoever watches it', () => {
    const { phone, line } = setUp();
    line.emit(call(['1', 'b'], { state: 'active' }));
    const told: (string | undefined)[] = [];
    phone.calls.get('fake:b').listen((now) => told.push(now?.state));
    line.emit(call('1', { state: 'ended' }));
    expect(told).toEqual(['ended']);
    expect(phone.calls.get('fake:1').value).toBe(phone.recentCalls.value[0]);
    expect(phone.calls.get('fake:b').value).toBe(phone.recentCalls.value[0]);
  });

  it('may still be refined, in the recent calls too', () => {
    const { phone, line, types } = setUp();
    const ring = line.ring();
    ring.end();
    line.ring().end();
    ring.report({ recordings: [{ id: 'r1' }], endReason: 'answered-elsewhere' });
    const refined = phone.recentCalls.value[1];
    expect(refined).toMatchObject({
      id: ring.id,
      recordings: [{ id: 'r1' }],
      endReason: 'answered-elsewhere',
    });
    expect(phone.calls.get(ring.id).value).toBe(refined);
    expect(phone.recentCalls.value).toHaveLength(2);
    expect(types().at(-1)).toBe('call.updated');
  });

  it('that was over before it was seen goes straight to the recent calls', () => {
    const { phone, line, types } = setUp();
    const told: unknown[] = [];
    phone.calls.ids.listen((ids) => told.push(ids));
    line.emit(call('1', { state: 'ended', direction: 'outbound', endReason: 'busy' }));
    expect(phone.recentCalls.value[0]).toMatchObject({ id: 'fake:1', endReason: 'busy' });
    expect(phone.calls.get('fake:1').value?.state).toBe('ended');
    expect(types().slice(-2)).toEqual(['call.added', 'call.ended']);
    expect(told).toEqual([]);
  });

  it('is inferred to be rejected when we had asked for that, and told so', async () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    await phone.execute({ type: 'call.reject', callId: ring.id });
    expect(phone.recentCalls.value[0]).toMatchObject({ endReason: 'rejected', endReasonFrom: 'inferred' });
  });
});

describe('recent calls', () => {
  const end = (count: number, options = {}) => {
    const made = setUp(options);
    const calls = Array.from({ length: count }, () => made.line.ring());
    for (const each of calls) each.end();
    return { ...made, ids: calls.map(({ id }) => id) };
  };

  it('have the last one first', () => {
    const { phone, ids } = end(3);
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual([...ids].reverse());
  });

  it('are 50 unless told', () => {
    const { phone, ids } = end(53);
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(ids.slice(3).reverse());
  });

  it('are as many as told, and `get` serves nobody who has left', () => {
    const { phone, ids } = end(3, { recentLimit: 2 });
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(ids.map((id) => phone.calls.get(id).value?.state)).toEqual([undefined, 'ended', 'ended']);
  });

  it('tell whoever still watches one that it has left', () => {
    const { phone, line } = setUp({ recentLimit: 1 });
    const first = line.ring();
    const told: (string | undefined)[] = [];
    phone.calls.get(first.id).listen((now) => told.push(now?.state));
    first.end();
    line.ring().end();
    expect(told).toEqual(['ended', undefined]);
  });

  it('may be none at all', () => {
    const { phone, line, types, ids } = end(1, { recentLimit: 0 });
    expect(phone.recentCalls.value).toEqual([]);
    expect(phone.calls.get(ids[0] ?? '').value).toBeUndefined();
    expect(phone.calls.ids.value).toEqual([]);
    expect(phone.focus.value).toBeUndefined();
    expect(types().at(-1)).toBe('call.ended');
    expect(line.openLinks).toBe(1);
  });

  it('that have left are not brought back by a late frame', () => {
    const { phone, line, types, events } = setUp({ recentLimit: 1 });
    const first = line.ring();
    first.answer();
    first.end();
    line.ring().end();
    const before = types().length;
    first.report({ queue: 'sales' });
    first.report({ state: 'ended' });
    expect(types()).toHaveLength(before);
    first.report({ state: 'active' });
    expect(events.at(-1)).toMatchObject({
      type: 'protocol.violation',
      callId: first.id,
      from: 'ended',
      to: 'active',
    });
    expect(phone.calls.ids.value).toEqual([]);
    expect(phone.calls.get(first.id).value).toBeUndefined();
  });
});

describe('a vendor that recycles ids', () => {
  const recycle = () => setUp({ line: { recyclesIds: true }, recentLimit: 2 });

  it('begins a new call, with a number behind its id, when an ended one’s id lives again', () => {
    const { phone, line, types } = recycle();
    line.emit(call('0', { state: 'ringing' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'ringing' }));
    expect(phone.calls.ids.value).toEqual(['fake:0#2']);
    expect(phone.calls.get('fake:0#2').value?.state).toBe('ringing');
    expect(phone.calls.get('fake:0').value?.state).toBe('ended');
    expect(types()).not.toContain('protocol.violation');
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'dialing', direction: 'outbound' }));
    const ids = [...phone.calls.ids.value, ...phone.recentCalls.value.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(3);
  });

  it('speaks of the new call from then on', () => {
    const { phone, line } = recycle();
    line.emit(call('0', { state: 'active' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'ringing' }));
    line.emit(call('0', { state: 'active', queue: 'sales' }));
    expect(phone.calls.get('fake:0#2').value).toMatchObject({ state: 'active', queue: 'sales' });
    expect(phone.calls.get('fake:0').value).not.toHaveProperty('queue');
  });

  it('says nothing new by ending an ended call again', () => {
    const { phone, line } = recycle();
    line.emit(call('0', { state: 'active' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { recordings: [{ id: 'r1' }] }));
    expect(phone.recentCalls.value).toHaveLength(1);
    expect(phone.recentCalls.value[0]?.recordings).toEqual([{ id: 'r1' }]);
  });

  it('is found by the vendor’s id when the older call has left the recent ones', () => {
    const { phone, line } = recycle();
    line.emit(call('0', { state: 'active' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'ringing' }));
    for (const id of ['a', 'b']) {
      line.emit(call(id, { state: 'ringing' }));
      line.emit(call(id, { state: 'ended' }));
    }
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:b', 'fake:a']);
    expect(phone.calls.get('fake:0').value?.id).toBe('fake:0#2');
    line.emit(call('0', { state: 'active' }));
    expect(phone.calls.get('fake:0#2').value?.state).toBe('active');
  });

  it('keeps a long call through any number of others that end', () => {
    const { phone, line } = recycle();
    line.emit(call('0', { state: 'active' }));
    line.emit(call('0', { state: 'ended' }));
    line.emit(call('0', { state: 'active', remote: { name: 'Ann' } }));
    for (let each = 0; each < 1_100; each += 1) {
      line.emit(call('1', { state: 'ringing' }));
      line.emit(call('1', { state: 'ended' }));
    }
    line.emit(call('0', { state: 'held' }));
    expect(phone.calls.ids.value).toEqual(['fake:0#2']);
    expect(phone.calls.get('fake:0#2').value).toMatchObject({ state: 'held', remote: { name: 'Ann' } });
  });
});
