import { fakeConnector, virtualClock } from '@offhook/testing';
import type { Connector, ConnectorContext } from './connector.js';
import { isOffhookError, OffhookError } from './model/error.js';
import { createOffhook } from './offhook.js';
import type { Current } from './stream/current.js';
import { setUp } from './testing/setUp.js';
import { catchUnhandled } from './testing/unhandled.js';

const unhandled = catchUnhandled();

describe('making a client', () => {
  const codeOf = (make: () => unknown): unknown => {
    try {
      make();
    } catch (error) {
      return isOffhookError(error) && error.code;
    }
    return 'nothing thrown';
  };

  it('needs connectors, ids that differ, and a default among them', () => {
    expect(codeOf(() => createOffhook({ connectors: [] }))).toBe('invalid-argument');
    expect(codeOf(() => createOffhook({ connectors: [fakeConnector(), fakeConnector()] }))).toBe(
      'invalid-argument',
    );
    const line = fakeConnector();
    expect(codeOf(() => createOffhook({ connectors: [line], defaultConnector: 'other' }))).toBe(
      'invalid-argument',
    );
    expect(line.connectCount).toBe(0);
  });

  it('connects each connector once', () => {
    const other = fakeConnector({ id: 'other' });
    const { line } = setUp({ others: [other] });
    expect([line.connectCount, other.connectCount]).toEqual([1, 1]);
    expect([line.openLinks, other.openLinks]).toEqual([1, 1]);
  });

  it('begins with every connector connecting and every agent unknown', () => {
    const { phone } = setUp({
      line: { name: 'Fake Phone', status: 'connecting' },
      others: [fakeConnector({ id: 'other' })],
    });
    expect(phone.connection.value).toEqual({ connector: 'fake', name: 'Fake Phone', status: 'connecting' });
    expect([...phone.connections.ids.value].sort()).toEqual(['fake', 'other']);
    expect(phone.agent.value).toEqual({ connector: 'fake', presence: 'unknown' });
    expect(phone.agents.get('other').value).toEqual({ connector: 'other', presence: 'unknown' });
  });

  it('begins with a closed widget of the size that the vendor asks for', () => {
    const other = fakeConnector({ id: 'other', size: { width: 200, height: 300 } });
    const { phone } = setUp({ others: [other] });
    expect(phone.widgets.get('other').value).toEqual({
      connector: 'other',
      open: false,
      size: { width: 200, height: 300 },
    });
    expect(phone.widgets.get('fake').value?.size).toEqual({ width: 300, height: 500 });
  });

  it('shows what a connector said while it connected to whoever subscribes later', () => {
    const eager: Connector = {
      id: 'eager',
      name: 'Eager',
      commands: {},
      connect(context) {
        context.emit([
          { type: 'connection', status: 'ready' },
          { type: 'call', ids: ['1'], state: 'active' },
        ]);
        return { send: () => {}, close: () => {} };
      },
    };
    const phone = createOffhook({ connectors: [eager] });
    const seen: unknown[] = [];
    phone.connection.subscribe(({ status }) => seen.push(status));
    phone.focus.subscribe((call) => seen.push(call?.id));
    expect(seen).toEqual(['ready', 'eager:1']);
    phone.close();
  });

  it('gives connectors its clock, its ids and its trace, and is silent where there is none', () => {
    const trace = jest.fn();
    const clock = virtualClock();
    const contexts: ConnectorContext[] = [];
    const connector: Connector = {
      id: 'a',
      name: 'A',
      commands: {},
      connect(context) {
        contexts.push(context);
        context.trace('hello', { n: 1 });
        return { send: () => {}, close: () => {} };
      },
    };
    const ids = { next: () => 'x' };
    createOffhook({ connectors: [connector], clock, ids, trace }).close();
    createOffhook({ connectors: [connector] }).close();
    expect(trace.mock.calls).toEqual([['hello', { n: 1 }]]);
    expect(contexts[0]).toMatchObject({ clock, ids });
  });

  it('speaks of the first connector as the default one, or of the one named', () => {
    const make = (more: object) =>
      setUp({ others: [fakeConnector({ id: 'other', status: 'offline' })], ...more }).phone;
    expect(make({}).connection.value.connector).toBe('fake');
    const phone = make({ defaultConnector: 'other' });
    expect(phone.connection.value).toMatchObject({ connector: 'other', status: 'offline' });
    expect(phone.agent.value.connector).toBe('other');
  });
});

describe('what is known of a connector', () => {
  it('changes with what it reports, and is told once', () => {
    const { phone, line, events } = setUp();
    const told: string[] = [];
    phone.connection.listen(({ status }) => told.push(status));
    const before = events.length;
    line.becomes('offline', 'No network.');
    line.becomes('offline', 'No network.');
    expect(told).toEqual(['offline']);
    expect(events.slice(before)).toEqual([
      expect.objectContaining({
        type: 'connection.changed',
        connection: phone.connection.value,
        connector: 'fake',
      }),
    ]);
    expect(phone.connection.value).toEqual({
      connector: 'fake',
      name: 'Fake',
      status: 'offline',
      reason: 'No network.',
    });
  });

  it('keeps no reason and no sign-in address of a status that is over', () => {
    const { phone, line } = setUp();
    line.emit({
      type: 'connection',
      status: 'signed-out',
      reason: 'Sign in.',
      signInUrl: 'https://phone.example/in',
    });
    line.emit({ type: 'connection', sip: 'lost' });
    expect(phone.connection.value).toMatchObject({
      reason: 'Sign in.',
      signInUrl: 'https://phone.example/in',
      sip: 'lost',
    });
    line.emit({ type: 'connection', status: 'ready' });
    expect(phone.connection.value).toEqual({ connector: 'fake', name: 'Fake', status: 'ready', sip: 'lost' });
  });

  it('has the agent, and keeps no reason for a pause that is over', () => {
    const { phone, line, types } = setUp();
    line.emit({ type: 'agent', presence: 'paused', pauseReason: 'lunch', name: 'Ann', extension: '101' });
    expect(phone.agent.value).toEqual({
      connector: 'fake',
      presence: 'paused',
      pauseReason: 'lunch',
      name: 'Ann',
      extension: '101',
    });
    line.emit({ type: 'agent', name: 'Ann Lee' });
    expect(phone.agent.value.pauseReason).toBe('lunch');
    line.emit({ type: 'agent', presence: 'available' });
    expect(phone.agent.value).toEqual({
      connector: 'fake',
      presence: 'available',
      name: 'Ann Lee',
      extension: '101',
    });
    expect(types().filter((type) => type === 'agent.changed')).toHaveLength(3);
  });

  it('has the widget', () => {
    const { phone, line, types } = setUp();
    line.emit({ type: 'widget', open: true });
    line.emit({ type: 'widget', open: true, size: { width: 300, height: 500 } });
    expect(phone.widgets.get('fake').value).toEqual({
      connector: 'fake',
      open: true,
      size: { width: 300, height: 500 },
    });
    expect(types().filter((type) => type === 'widget.changed')).toHaveLength(1);
  });

  it('is each connector’s own', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.becomes('offline');
    expect(phone.connections.get('other').value?.status).toBe('ready');
    other.emit({ type: 'agent', presence: 'busy' });
    expect(phone.agent.value.presence).toBe('unknown');
    expect(phone.agents.get('other').value?.presence).toBe('busy');
  });

  it('keeps its initial value for ever, whenever that is read first', () => {
    const fresh = setUp({ line: { status: 'connecting' } }).phone;
    const { phone, line } = setUp({ line: { status: 'connecting' } });
    line.becomes('ready');
    line.emit({ type: 'agent', presence: 'busy' });
    line.ring();
    for (const name of [
      'connection',
      'agent',
      'capabilities',
      'focus',
      'incomingCalls',
      'recentCalls',
    ] as const) {
      const current: Current<unknown> = phone[name];
      expect([name, current.initial]).toEqual([name, fresh[name].value]);
      expect(current.initial).toBe(current.initial);
    }
  });
});

describe('what is only told', () => {
  it.each([
    { type: 'error' as const, error: new OffhookError('vendor-error', 'It broke.') },
    { type: 'protocol.unknown' as const, name: 'rc-new-thing' },
    { type: 'protocol.rejected' as const, reason: 'origin' as const, count: 3 },
  ])('$type changes no state', (report) => {
    const { phone, line, events } = setUp();
    const told: unknown[] = [];
    for (const current of [
      phone.connections.all,
      phone.agents.all,
      phone.calls.all,
      phone.focus,
    ] as Current<unknown>[]) {
      current.listen((value) => told.push(value));
    }
    line.emit(report);
    expect(events.at(-1)).toMatchObject({ ...report, connector: 'fake' });
    expect(told).toEqual([]);
  });
});

describe('events', () => {
  it('are hot and not replayed', () => {
    const { phone, line } = setUp();
    line.ring();
    const told: string[] = [];
    phone.events$.subscribe(({ type }) => told.push(type));
    expect(told).toEqual([]);
    line.becomes('offline');
    expect(told).toEqual(['connection.changed']);
  });

  it('of one type are handed to `on`, until its function is called, which gives nothing back', () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    const leave = phone.on('call.ringing', ({ call }) => told.push(call.id));
    const call = line.ring();
    call.answer();
    expect(leave()).toBeUndefined();
    line.ring();
    expect(told).toEqual([call.id]);
  });

  it('reach everybody though one handler throws, which is told where RxJS tells it', async () => {
    const { phone, line } = setUp();
    const told: string[] = [];
    const wrong = new Error('handler');
    phone.on('call.ringing', () => {
      throw wrong;
    });
    phone.on('call.ringing', ({ call }) => told.push(call.id));
    const first = line.ring();
    const second = line.ring();
    expect(told).toEqual([first.id, second.id]);
    await unhandled.settle();
    expect(unhandled.errors).toEqual([wrong, wrong]);
  });
});

describe('attachSoftphone', () => {
  // No DOM here: the connector of this test only keeps what it is given.
  const element = {} as HTMLElement;

  it('shows the frame of the default connector, or of the one named, until it is left', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    const leave = phone.attachSoftphone(element);
    phone.attachSoftphone(element, 'other');
    expect([line.attached, other.attached]).toEqual([[element], [element]]);
    expect(leave()).toBeUndefined();
    expect([line.attached, other.attached]).toEqual([[], [element]]);
  });

  it('is nothing for a connector that has no frame, and refused for one that is not there', () => {
    const frameless: Connector = {
      id: 'frameless',
      name: 'Frameless',
      commands: {},
      connect: () => ({ send: () => {}, close: () => {} }),
    };
    const phone = createOffhook({ connectors: [frameless] });
    expect(() => phone.attachSoftphone(element)()).not.toThrow();
    expect(() => phone.attachSoftphone(element, 'other')).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    phone.close();
  });
});

describe('a connector that reports nonsense', () => {
  it('never makes `emit` throw, and the next report counts', async () => {
    const { phone, line } = setUp();
    const nonsense = [null, 7, {}, { type: 'call' }, { type: 'call', ids: [] }, { type: 'message' }];
    for (const each of nonsense) expect(() => line.emit(each as never)).not.toThrow();
    const call = line.ring();
    expect(phone.calls.ids.value).toEqual([call.id]);
    await unhandled.settle();
    expect(unhandled.errors.length).toBeGreaterThan(0);
  });
});
