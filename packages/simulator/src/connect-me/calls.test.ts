import { createBench, record, steps, type TestWidget } from './test-widget.js';

const john = { displayName: 'John Doe', uri: { user: '+3227887900' } };

describe('an inbound call', () => {
  test('S0-17, S0-22, S0-23: begins as an incoming session that is calling, under the event key', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    expect(widget.take()).toEqual([
      {
        event: 'newSession',
        id: 0,
        type: 'SipSession',
        incoming: true,
        status: 'calling',
        remoteIdentity: john,
      },
    ]);
  });

  test('S0-18: the first id is 0, and control knows it as text', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    expect(await bench.inbound()).toBe('0');
    widget.host({ action: 'answerSession', id: 0 });
    expect(bench.control.calls('demo')).toMatchObject([{ id: '0', state: 'confirmed' }]);
    expect(await bench.inbound({ from: '8002' })).toBe('1');
  });

  test('S0-24, S0-27, S0-28: rings and is confirmed by updates of id and status alone', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.clock.advance(1000);
    widget.host({ action: 'answerSession', id: 0 });
    expect(widget.take().slice(1)).toEqual([
      { event: 'sessionStatusUpdate', id: 0, status: 'ringing' },
      { event: 'sessionStatusUpdate', id: 0, status: 'confirmed' },
    ]);
  });

  test.each([
    ['cancelled by the caller', 'cancel', 'remote'],
    ['rejected by the agent', 'reject', 'agent'],
    ['that failed', 'fail', 'remote'],
  ] as const)('S0-29: %s ends as every other does, with no reason', async (_title, action, by) => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, action, by);
    expect(widget.take().at(-1)).toEqual({ event: 'sessionStatusUpdate', id: 0, status: 'terminated' });
    expect(bench.control.calls('demo')).toEqual([]);
  });

  test('S0-25: from a caller without a name has no displayName', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.control.placeCall({ direction: 'inbound', from: '8001' });
    expect(record(widget.take()[0])['remoteIdentity']).toEqual({ uri: { user: '8001' } });
  });
});

describe('an inbound call on two phones', () => {
  test('S0-19, S0-20, S0-21: is two sessions until it is answered on the softphone', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    expect(await bench.inbound({ legs: 2 })).toBe('0');
    await bench.clock.advance(1000);
    widget.host({ action: 'answerSession', id: 0 });
    expect(steps(widget.take())).toEqual([
      'new 0 SipSession calling',
      'new 1 UepChannelSession ringing',
      '0 ringing',
      '0 confirmed',
      '1 terminated',
    ]);
    expect(bench.control.calls('demo')).toHaveLength(1);
  });

  test('S0-20: picked up at the desk phone, the softphone’s session ends first', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound({ legs: 2 });
    widget.take();
    await bench.act('1', 'answer', 'agent');
    expect(steps(widget.take())).toEqual(['0 terminated', '1 confirmed']);
    await bench.act('1', 'hangup', 'agent');
    expect(steps(widget.take())).toEqual(['1 terminated']);
  });

  test('ends with both sessions when the caller gives up', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound({ legs: 2 });
    widget.take();
    await bench.act('1', 'cancel');
    expect(steps(widget.take())).toEqual(['0 terminated', '1 terminated']);
  });

  test('with the softphone lost, the desk phone rings alone', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.control.setState({ sip: 'lost' });
    await bench.inbound();
    expect(steps(widget.take())).toEqual(['new 0 UepChannelSession ringing']);
  });
});

describe('an outbound call', () => {
  test('S0-32, S0-26: dial posts no acknowledgement, but a session that isn’t incoming', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ action: 'dial', number: '8001' });
    expect(widget.take()).toEqual([
      {
        event: 'newSession',
        id: 0,
        type: 'SipSession',
        incoming: false,
        status: 'calling',
        remoteIdentity: { uri: { user: '8001' } },
      },
    ]);
  });

  test('S0-25: even one that control names has no displayName', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.outbound({ name: 'Jane Doe' });
    expect(record(widget.take()[0])['remoteIdentity']).toEqual({ uri: { user: '8001' } });
  });

  test('rings at the other end, and is answered there', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.outbound();
    await bench.clock.advance(1000);
    await bench.act(id, 'answer');
    expect(steps(widget.take()).slice(1)).toEqual(['0 ringing', '0 confirmed']);
  });

  test.each(['busy', 'reject', 'fail'])('%s looks like any other end', async (action) => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.act(await bench.outbound(), action);
    expect(widget.take().at(-1)).toEqual({ event: 'sessionStatusUpdate', id: 0, status: 'terminated' });
  });

  test.each([['a number'], [8001], [''], [undefined]])('a dial to %p is ignored', async (number) => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ action: 'dial', number });
    expect(widget.take()).toEqual([]);
  });
});

describe('what the host does with a session', () => {
  const ring = async (): Promise<{ widget: TestWidget; states: () => unknown[] }> => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.clock.advance(1000);
    widget.take();
    return { widget, states: () => bench.control.calls('demo').map(({ state }) => state) };
  };

  test('S0-33, S0-34: it answers, and ends what was answered', async () => {
    const { widget, states } = await ring();
    widget.host({ action: 'terminateSession', id: 0 });
    expect(states()).toEqual(['ringing']);
    widget.host({ action: 'answerSession', id: 0 });
    expect(states()).toEqual(['confirmed']);
    widget.host({ action: 'terminateSession', id: 0 });
    expect(steps(widget.take())).toEqual(['0 confirmed', '0 terminated']);
  });

  test('S0-35: it rejects only what wasn’t answered', async () => {
    const { widget, states } = await ring();
    widget.host({ action: 'answerSession', id: 0 });
    widget.host({ action: 'rejectSession', id: 0 });
    expect(states()).toEqual(['confirmed']);
    const other = await ring();
    other.widget.host({ action: 'rejectSession', id: 0 });
    expect(steps(other.widget.take())).toEqual(['0 terminated']);
  });

  test('S0-35: a call that it dials itself is given up the same way', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ action: 'dial', number: '8001' });
    widget.host({ action: 'terminateSession', id: 0 });
    expect(bench.control.calls('demo')).toHaveLength(1);
    widget.host({ action: 'rejectSession', id: 0 });
    expect(steps(widget.take()).at(-1)).toBe('0 terminated');
  });

  test.each([
    ['an id that nobody has', { action: 'answerSession', id: 7 }],
    ['an id as text', { action: 'answerSession', id: '0' }],
    ['no id', { action: 'answerSession' }],
    ['an action that doesn’t exist', { action: 'holdSession', id: 0 }],
    ['the name of something else', { action: 'constructor', id: 0 }],
    ['an event', { event: 'answerSession', id: 0 }],
    ['a bare string', 'answerSession'],
  ])('%s is ignored in silence', async (_title, frame) => {
    const { widget, states } = await ring();
    widget.host(frame);
    expect(widget.take()).toEqual([]);
    expect(states()).toEqual(['ringing']);
  });
});

describe('ids', () => {
  test('S0-18: come again when control says so, and never two at a time', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.act(await bench.inbound(), 'cancel');
    expect(await bench.inbound({ vendorId: 0, from: '8002' })).toBe('0');
    expect(steps(widget.take()).filter((step) => step.startsWith('new'))).toEqual([
      'new 0 SipSession calling',
      'new 0 SipSession calling',
    ]);
    await expect(bench.inbound({ vendorId: '0' })).rejects.toMatchObject({ code: 'id-in-use', status: 409 });
    expect(await bench.inbound({ vendorId: 12, legs: 2 })).toBe('12');
    expect(steps(widget.take()).slice(-1)).toEqual(['new 1 UepChannelSession ringing']);
  });

  test('begin again at 0 in a widget that was reloaded', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.act(await bench.inbound({ from: '8002' }), 'cancel');
    widget.close();
    const again = bench.openAnswered();
    again.take();
    expect(await bench.inbound({ from: '8003' })).toBe('1');
    expect(await bench.inbound({ from: '8004' })).toBe('2');
  });
});

describe('a widget that is loaded again', () => {
  test('tells of a live call as of a new one, and then how far it is', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.act(await bench.inbound(), 'answer', 'agent');
    await bench.control.setState({ reload: true });
    expect(widget.told).toEqual(['capabilities', 'reload']);
    const again = bench.open();
    await bench.clock.advance(1000);
    expect(again.posted).toEqual(['capabilitiesRequest']);
    again.host({ capabilities: {} });
    expect(steps(again.posted.slice(1))).toEqual([
      'ready',
      'login',
      'sipRegisted',
      'new 0 SipSession calling',
      '0 confirmed',
    ]);
  });

  test('too late finds its calls over', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.act(await bench.inbound(), 'answer', 'agent');
    widget.close();
    await bench.clock.advance(10_000);
    const again = bench.openAnswered();
    expect(steps(again.posted)).not.toContain('new 0 SipSession calling');
  });

  test('a call on the desk phone needs no widget', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound({ legs: 2 });
    await bench.act('1', 'answer', 'agent');
    widget.close();
    await bench.clock.advance(60_000);
    expect(steps(bench.openAnswered().posted).slice(-2)).toEqual([
      'new 1 UepChannelSession ringing',
      '1 confirmed',
    ]);
  });
});
