import { fakeConnector } from '@offhook/testing';
import type { CallReport } from './model/report.js';
import type { Call } from './model/call.js';
import type { Current } from './stream/current.js';
import { select } from './stream/select.js';
import { setUp } from './testing/setUp.js';
import { catchUnhandled } from './testing/unhandled.js';

const unhandled = catchUnhandled();

const call = (id: string, facts: Partial<CallReport>): CallReport => ({ type: 'call', ids: [id], ...facts });

describe('the order in which a commit is told', () => {
  it('is entities, then ids, then what derives from them, then events', () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    phone.events$.subscribe(({ type }) => told.push(type));
    select(phone.focus, (focus) => focus?.state).listen(() => told.push('derived of focus'));
    phone.focus.listen(() => told.push('focus'));
    phone.incomingCalls.listen(() => told.push('incomingCalls'));
    phone.calls.all.listen(() => told.push('all'));
    phone.calls.ids.listen(() => told.push('ids'));
    phone.calls.get('fake:call-1').listen(() => told.push('entity'));
    line.ring();
    expect(told.slice(0, 2)).toEqual(['entity', 'ids']);
    expect(told.slice(2, 5).sort()).toEqual(['all', 'focus', 'incomingCalls']);
    expect(told.slice(5)).toEqual(['derived of focus', 'call.added', 'call.ringing']);
  });
});

describe('sequence numbers', () => {
  it('count the commits that changed something, one by one, for all events of each', () => {
    const { line, events } = setUp();
    const ring = line.ring();
    ring.report({ state: 'ringing' });
    ring.answer();
    line.emit(call('2', { state: 'ringing' }), call('2', { state: 'active' }), {
      type: 'agent',
      presence: 'busy',
    });
    const first = events[0]?.seq ?? 0;
    expect(events.map(({ seq, type }) => [seq - first, type])).toEqual([
      [0, 'call.added'],
      [0, 'call.ringing'],
      [1, 'call.active'],
      [2, 'call.added'],
      [2, 'call.ringing'],
      [2, 'call.active'],
      [2, 'agent.changed'],
    ]);
  });

  it('are the same however many listen to the events, from none on', () => {
    const { phone, line } = setUp();
    const seqs: number[] = [];
    const first = phone.events$.subscribe(({ seq }) => seqs.push(seq));
    line.becomes('offline');
    first.unsubscribe();
    line.becomes('ready');
    phone.events$.subscribe(({ seq }) => seqs.push(seq));
    line.becomes('offline');
    expect((seqs[1] ?? 0) - (seqs[0] ?? 0)).toBe(2);
  });

  it('come with the wall-clock time and the connector', () => {
    const other = fakeConnector({ id: 'other' });
    const { clock, events } = setUp({ others: [other] });
    clock.advance(1_234);
    clock.shiftWallClock(-60_000);
    other.ring();
    expect(events.at(-1)).toMatchObject({ at: clock.now(), connector: 'other' });
  });
});

describe('one frame', () => {
  it('is one commit: everybody is told once, with all of it', () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    const watch = (name: string, current: Current<unknown>): void => {
      current.listen(() => told.push(name));
    };
    watch('one', phone.calls.get('fake:1'));
    watch('two', phone.calls.get('fake:2'));
    watch('ids', phone.calls.ids);
    watch('all', phone.calls.all);
    watch('focus', phone.focus);
    line.emit(
      call('1', { state: 'ringing' }),
      call('2', { state: 'dialing', direction: 'outbound' }),
      call('1', { state: 'active' }),
      call('2', { state: 'ended' }),
    );
    expect(told.sort()).toEqual(['all', 'focus', 'ids', 'one', 'two']);
    expect(phone.calls.ids.value).toEqual(['fake:1']);
    expect(phone.recentCalls.value.map(({ id }) => id)).toEqual(['fake:2']);
  });

  it('that changes nothing is told to nobody', () => {
    const { phone, line, events } = setUp();
    const ring = line.ring({ number: '101' });
    const before = events.length;
    const told: unknown[] = [];
    for (const current of [
      phone.calls.get(ring.id),
      phone.calls.ids,
      phone.calls.all,
      phone.focus,
    ] as Current<unknown>[]) {
      current.listen((value) => told.push(value));
    }
    ring.report({ state: 'ringing', remote: { number: '101' }, muted: false });
    line.emit();
    expect(told).toEqual([]);
    expect(events).toHaveLength(before);
  });

  it('shows in every callback the same values to everybody', () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    const seen: unknown[] = [];
    const look = (): void =>
      void seen.push([
        phone.calls.get(ring.id).value,
        phone.calls.ids.value,
        phone.calls.all.value,
        phone.focus.value,
        phone.incomingCalls.value,
        phone.recentCalls.value,
        phone.connection.value,
        phone.capabilities.value,
      ]);
    for (const current of [
      phone.calls.get(ring.id),
      phone.calls.ids,
      phone.calls.all,
      phone.focus,
      phone.incomingCalls,
      phone.recentCalls,
      phone.connection,
      phone.capabilities,
    ] as Current<unknown>[]) {
      current.listen(look);
    }
    phone.events$.subscribe(look);
    line.emit(call('call-1', { state: 'ended' }), { type: 'connection', status: 'offline' });
    expect(seen).toHaveLength(10);
    for (const each of seen as unknown[][]) {
      expect(each).toHaveLength(8);
      each.forEach((value, index) => expect(value).toBe((seen[0] as unknown[])[index]));
    }
    expect(phone.calls.ids.value).toEqual([]);
  });

  it('gives the event the very call that the state holds', () => {
    const { phone, line } = setUp();
    const seen: boolean[] = [];
    phone.on('call.ringing', (event) => seen.push(event.call === phone.calls.get(event.call.id).value));
    phone.on('call.ended', (event) => seen.push(event.call === phone.recentCalls.value[0]));
    line.ring().end();
    expect(seen).toEqual([true, true]);
  });
});

describe('inside callbacks', () => {
  it('a report waits until everybody has been told of this commit, its events included', () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    const ring = line.ring();
    phone.calls.get(ring.id).listen((now) => {
      told.push(`entity ${now?.state}`);
      if (now?.state === 'active') line.emit(call(ring.vendorId, { state: 'held' }));
    });
    phone.focus.listen((now) => told.push(`focus ${now?.state}`));
    phone.events$.subscribe((event) =>
      told.push('call' in event ? `${event.type} ${event.call.state}` : event.type),
    );
    ring.answer();
    expect(told).toEqual([
      'entity active',
      'focus active',
      'call.active active',
      'entity held',
      'focus held',
      'call.held held',
    ]);
  });

  it('a report from an event handler waits behind the other events of its commit', () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    phone.on('call.added', ({ call: added }) =>
      line.emit(call(added.vendorIds[0] ?? '', { state: 'active' })),
    );
    phone.events$.subscribe(({ type, seq }) => told.push(`${type} ${seq}`));
    line.ring();
    const types = told.map((each) => each.split(' ')[0]);
    expect(types).toEqual(['call.added', 'call.ringing', 'call.active']);
    const seqs = told.map((each) => Number(each.split(' ')[1]));
    expect([seqs[1], seqs[2]]).toEqual([seqs[0], (seqs[0] ?? 0) + 1]);
  });

  it('a command goes out behind the commit', async () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    const ring = line.ring();
    phone.calls.get(ring.id).listen((now) => {
      if (now?.state !== 'active' || now.muted) return;
      void phone.execute({ type: 'call.mute', callId: ring.id });
      told.push(`sent ${line.sent.length}`);
    });
    phone.events$.subscribe(({ type }) => told.push(`${type}, sent ${line.sent.length}`));
    ring.answer();
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual(['sent 0', 'call.active, sent 0', 'call.muted, sent 1']);
    expect(phone.calls.get(ring.id).value?.muted).toBe(true);
  });

  it('whoever subscribes there sees what this commit made, once, and leaves as it likes', () => {
    const { phone, line } = setUp();
    const told: (string | undefined)[] = [];
    const ring = line.ring();
    const leave = phone.focus.listen(() => {
      leave();
      phone.calls.get(ring.id).subscribe((now) => told.push(now?.state));
      phone.focus.subscribe((now) => told.push(`focus ${now?.state}`));
    });
    ring.answer();
    expect(told).toEqual(['active', 'focus active']);
    ring.hold();
    expect(told.slice(2)).toEqual(['held', 'focus held']);
  });

  it('a subscriber that throws changes nothing for the others', async () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    const told: string[] = [];
    const throwing = (): never => {
      throw new Error('mine');
    };
    const currents: Record<string, Current<unknown>> = {
      entity: phone.calls.get(ring.id),
      all: phone.calls.all,
      focus: phone.focus,
      derived: select(phone.focus, (now: Call | undefined) => now?.state),
    };
    for (const [name, current] of Object.entries(currents)) {
      current.listen(throwing);
      current.listen(() => told.push(name));
    }
    phone.events$.subscribe({ next: throwing });
    phone.events$.subscribe(({ type }) => told.push(type));
    ring.answer();
    expect(told).toEqual(['entity', 'all', 'focus', 'derived', 'call.active']);
    await unhandled.settle();
    expect(unhandled.errors).toHaveLength(5);
  });
});

describe('reading without a subscriber', () => {
  it('gives the same object each time', () => {
    const { phone, line } = setUp();
    line.ring();
    line.ring().answer();
    line.ring().end();
    line.message();
    const derived = select(phone.calls.all, (all) => all.map(({ state }) => state));
    for (const current of [
      phone.calls.ids,
      phone.calls.all,
      phone.recentCalls,
      phone.focus,
      phone.incomingCalls,
      phone.inbox.ids,
      phone.inbox.all,
      phone.connections.all,
      phone.agents.all,
      phone.widgets.all,
      phone.connection,
      phone.agent,
      phone.capabilities,
      derived,
    ] as Current<unknown>[]) {
      const first = current.value;
      expect(current.value).toBe(first);
      current.listen(() => {})();
      expect(current.value).toBe(first);
      expect(current.initial).toBe(current.initial);
    }
  });
});
