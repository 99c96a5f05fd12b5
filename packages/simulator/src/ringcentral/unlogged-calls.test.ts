import { createBench, helpfulHost, HISTORY_MS, record, registration, type AnyRecord } from './test-widget.js';

type Bench = ReturnType<typeof createBench>;
type Widget = ReturnType<Bench['open']>;

async function openHost(bench: Bench, more: AnyRecord = {}): Promise<Widget> {
  const widget = await bench.openReady();
  widget.answer(helpfulHost);
  widget.host(registration(more));
  await bench.clock.advance(HISTORY_MS);
  return widget;
}

async function unlogged(bench: Bench, widget: Widget, body?: AnyRecord): Promise<AnyRecord> {
  widget.host({
    type: 'rc-adapter-message-request',
    requestId: 'r1',
    path: '/unlogged-calls',
    ...(body ? { body } : {}),
  });
  await bench.clock.advance(50);
  const answer = widget.of('rc-adapter-message-response').at(-1);
  expect(answer?.['responseId']).toBe('r1');
  return record(answer?.['response']);
}

const idsIn = (response: AnyRecord): unknown[] =>
  Array.isArray(response['calls']) ? response['calls'].map((call) => record(call)['sessionId']) : [];

async function takeCall(bench: Bench, widget: Widget): Promise<string> {
  const id = await bench.inbound();
  await bench.clock.advance(100);
  const sessionId = bench.session.calls.get(id)?.sessionId ?? '';
  await bench.act(id, 'answer', 'agent');
  widget.host({ type: 'rc-adapter-control-call', callAction: 'startRecord', callId: id });
  await bench.clock.advance(1000);
  return sessionId;
}

describe('/unlogged-calls', () => {
  test('U-52: come in pages, newest first', async () => {
    const bench = createBench();
    const widget = await openHost(bench);
    expect(await unlogged(bench, widget, { perPage: 1 })).toMatchObject({
      calls: [{ sessionId: '214705503021', result: 'Missed', action: 'Phone Call' }],
      hasMore: true,
    });
    expect(await unlogged(bench, widget, { perPage: 1, page: 2 })).toMatchObject({
      calls: [{ sessionId: '214705503020' }],
      hasMore: false,
    });
    expect(idsIn(await unlogged(bench, widget))).toHaveLength(2);
  });

  test('U-52, S1-43: the host is asked first what it has logged; what it has is left out', async () => {
    const bench = createBench();
    const widget = await openHost(bench);
    widget.take();
    widget.answer((path, body) =>
      path === '/callLogger/match' ? { data: { '214705503020': [{ id: '1' }] } } : helpfulHost(path, body),
    );
    expect(idsIn(await unlogged(bench, widget))).toEqual(['214705503021']);
    expect(widget.take().map((frame) => frame['path'] ?? frame['type'])).toEqual([
      '/callLogger/match',
      'rc-adapter-message-response',
    ]);
  });

  test('U-52: recordings come without their token, whatever was registered', async () => {
    const bench = createBench();
    const widget = await openHost(bench, { recordingWithToken: 1 });
    const { calls } = await unlogged(bench, widget);
    const recording = record(record(Array.isArray(calls) ? calls[1] : undefined)['recording']);
    expect(recording).toMatchObject({ id: '6469338004', link: expect.stringContaining('?media=') });
    expect(recording['contentUri']).not.toContain('access_token');
  });

  test('U-52: a call that went on without a widget is over, and listed 20 s after its end', async () => {
    const bench = createBench();
    const widget = await openHost(bench);
    const sessionId = await takeCall(bench, widget);
    widget.close();
    await bench.clock.advance(30_000);
    expect(bench.control.calls('demo')).toEqual([]);
    const again = await openHost(bench);
    await bench.clock.advance(20_000);
    expect(idsIn(await unlogged(bench, again))).toContain(sessionId);
    // Nobody sends what nobody saw.
    expect(again.requests('/callLogger')).toEqual([]);
    expect(record(again.requests('/callLogger/match').at(-1))['sessionIds']).toContain(sessionId);
    again.host({
      type: 'rc-adapter-message-request',
      requestId: 'r2',
      path: '/get-call-log',
      body: { sessionId },
    });
    expect(again.of('rc-adapter-message-response').at(-1)).toMatchObject({
      responseId: 'r2',
      response: { call: { sessionId, result: 'Accepted', recording: { type: 'OnDemand' } } },
    });
  });

  test('U-52: a call that has just ended is left out', async () => {
    const bench = createBench();
    const widget = await openHost(bench, { callLoggerPath: undefined });
    const sessionId = await takeCall(bench, widget);
    const [call] = bench.control.calls('demo');
    await bench.act(String(call?.id), 'hangup');
    await bench.clock.advance(5000);
    expect(idsIn(await unlogged(bench, widget))).not.toContain(sessionId);
    await bench.clock.advance(16_000);
    expect(idsIn(await unlogged(bench, widget))).toContain(sessionId);
  });
});

describe('a host that wants its history logged', () => {
  const wanting = { callLoggerAutoLogOnCallSync: true };
  /** A session whose two calls of the past are of today. */
  const recent = () => {
    const bench = createBench();
    const { state } = bench.session;
    state.records = state.records.map((one, at) => ({
      ...one,
      startTime: bench.clock.now() - (at + 1) * 3_600_000,
    }));
    return bench;
  };
  const logged = (widget: Widget) =>
    widget.requests('/callLogger').map((body) => [body['triggerType'], record(body['call'])['sessionId']]);

  test('gets the calls that nobody saw, a while after they came', async () => {
    const bench = recent();
    const widget = await openHost(bench, wanting);
    expect(logged(widget)).toEqual([]);
    await bench.clock.advance(10_100);
    expect(logged(widget)).toEqual([
      ['callLogSync', '214705503021'],
      ['callLogSync', '214705503020'],
    ]);
  });

  test('does not get what is over a week old', async () => {
    const bench = createBench();
    const widget = await openHost(bench, wanting);
    await bench.clock.advance(20_000);
    expect(logged(widget)).toEqual([]);
  });

  test('does not get what it has logged, nor anything while automatic logging is off', async () => {
    const bench = recent();
    const widget = await openHost(bench, wanting);
    widget.answer((path, body) =>
      path === '/callLogger/match' ? { data: { '214705503020': [{ id: '1' }] } } : helpfulHost(path, body),
    );
    widget.host({ type: 'rc-adapter-update-auto-log-settings', call: false });
    await bench.clock.advance(20_000);
    expect(logged(widget)).toEqual([]);
    widget.host({ type: 'rc-adapter-update-auto-log-settings', call: true });
    await bench.clock.advance(10_100);
    expect(logged(widget)).toEqual([['callLogSync', '214705503021']]);
  });
});
