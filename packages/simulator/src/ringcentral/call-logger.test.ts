import { readRecording, shapeOf } from './recording.js';
import { createBench, helpfulHost, HISTORY_MS, record, registration, type AnyRecord } from './test-widget.js';

const recorded = readRecording('host-services');

async function withLogger(more: AnyRecord = {}, query = '') {
  const bench = createBench();
  const widget = await bench.openReady(query);
  widget.answer(helpfulHost);
  widget.host(registration(more));
  await bench.clock.advance(HISTORY_MS);
  widget.take();
  return { bench, widget };
}

const calls = (bodies: readonly AnyRecord[]) => bodies.map((body) => record(body['call']));

describe('automatic call logging', () => {
  test('S1-37, S1-39: one request per status, each followed by the matcher; the last keeps the status before', async () => {
    const { bench, widget } = await withLogger();
    const id = await bench.inbound();
    for (const [action, by] of [
      ['answer', 'agent'],
      ['hold', 'agent'],
      ['hangup', 'remote'],
    ] as const) {
      await bench.clock.advance(1000);
      await bench.act(id, action, by);
    }
    await bench.clock.advance(1000);
    const logs = widget.requests('/callLogger');
    expect(logs.map((body) => body['triggerType'])).toEqual(Array(4).fill('presenceUpdate'));
    expect(calls(logs).map((call) => [call['telephonyStatus'], call['result'], call['duration']])).toEqual([
      ['Ringing', 'Ringing', 0],
      ['CallConnected', 'CallConnected', 0],
      ['OnHold', 'OnHold', 1],
      ['OnHold', 'Disconnected', 2],
    ]);
    expect(new Set(calls(logs).map((call) => call['sessionId'])).size).toBe(1);
    const asked = widget
      .take()
      .filter((frame) => frame['type'] === 'rc-post-message-request')
      .map((frame) => frame['path']);
    expect(
      asked
        .join(' ')
        .split('/callLogger ')
        .slice(1)
        .every((rest) => rest.startsWith('/callLogger/match')),
    ).toBe(true);
    expect(widget.requests('/callLogger/match').at(-1)).toEqual({
      sessionIds: [calls(logs)[0]?.['sessionId']],
      activeSessionIds: [],
    });
  });

  test('the matcher and note frames around it stand in the recorded order', async () => {
    const startup = readRecording('startup-login-autolog');
    const { bench, widget } = await withLogger();
    const id = await bench.inbound();
    // The recording leaves out the logger requests themselves and was made without a web phone.
    const told = () =>
      widget
        .take()
        .map((frame) => String(frame['path'] ?? frame['type']))
        .filter((name) => /match|note-|active-call|syncPresence/.test(name));
    const wanted = (mark: string) =>
      (startup.get(mark) ?? [])
        .map((frame) => String(frame['path'] ?? frame['type']))
        .filter((name) => /match|note-|active-call|syncPresence/.test(name));
    await bench.clock.advance(1000);
    expect(told()).toEqual(wanted('ringing'));
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    // The real widget asks the matcher once more than needed after each status.
    expect([...new Set(told())]).toEqual(
      [...new Set(wanted('connected'))].filter((name) => !name.startsWith('/history')),
    );
  });

  test('only the first request of a call carries the entity of a single match', async () => {
    const { bench, widget } = await withLogger();
    const id = await bench.inbound();
    await bench.clock.advance(1000);
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    const [first, second] = widget.requests('/callLogger');
    expect(first).toMatchObject({ fromEntity: { id: '123456' }, toEntity: null });
    expect(second).not.toHaveProperty('fromEntity');
    expect(calls([first ?? {}])[0]?.['fromMatches']).toHaveLength(1);
  });

  test('S1-40, S1-41: the call log follows later with the real result, and the recording later still', async () => {
    const { bench, widget } = await withLogger({ recordingWithToken: 1 });
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    widget.host({ type: 'rc-adapter-control-call', callAction: 'startRecord', callId: id });
    await bench.clock.advance(65_000);
    await bench.act(id, 'hangup', 'agent');
    await bench.clock.advance(1000);
    const before = widget.requests('/callLogger').length;
    await bench.clock.advance(3000);
    await bench.clock.advance(5000);
    const later = widget.requests('/callLogger').slice(before);
    expect(later.map((body) => body['triggerType'])).toEqual(['callLogSync', 'callLogSync']);
    const [log, withRecording] = calls(later);
    expect(log).toMatchObject({ action: 'Phone Call', result: 'Accepted', duration: 65 });
    expect(log).not.toHaveProperty('recording');
    expect(withRecording?.['recording']).toMatchObject({
      type: 'OnDemand',
      contentUri: expect.stringContaining('?access_token='),
      link: expect.stringContaining('recordingId='),
    });
    expect(widget.of('rc-call-history-synced-notify').length).toBeGreaterThan(1);
  });

  test('a missed call is logged as missed', async () => {
    const { bench, widget } = await withLogger();
    const id = await bench.inbound();
    await bench.clock.advance(1000);
    await bench.act(id, 'cancel');
    await bench.clock.advance(10_000);
    expect(calls(widget.requests('/callLogger')).map((call) => call['result'])).toEqual([
      'Ringing',
      'Disconnected',
      'Missed',
    ]);
  });

  test('logs of one call wait for each other, those of two calls do not', async () => {
    const { bench, widget } = await withLogger();
    widget.answer((path, body) => (path === '/callLogger' ? undefined : helpfulHost(path, body)));
    const first = await bench.inbound();
    await bench.clock.advance(100);
    await bench.act(first, 'answer', 'agent');
    await bench.inbound({ from: '+12165329999' });
    await bench.clock.advance(100);
    expect(calls(widget.requests('/callLogger')).map((call) => call['result'])).toEqual([
      'Ringing',
      'Ringing',
    ]);
    await bench.clock.advance(15_000);
    expect(calls(widget.requests('/callLogger')).map((call) => call['result'])).toEqual([
      'Ringing',
      'Ringing',
      'CallConnected',
    ]);
    expect(widget.told.filter((message) => message.kind === 'warn').length).toBeGreaterThan(0);
  });

  test('is off without a logger, and when somebody switches it off', async () => {
    const { bench, widget } = await withLogger({ callLoggerPath: undefined });
    await bench.inbound();
    await bench.clock.advance(5000);
    expect(widget.requests('/callLogger')).toEqual([]);

    const second = await withLogger();
    second.widget.host({ type: 'rc-adapter-update-auto-log-settings', call: false, message: true });
    expect(second.widget.take().map((frame) => [frame['type'], frame['autoLog']])).toEqual([
      ['rc-callLogger-auto-log-notify', false],
      ['rc-messageLogger-auto-log-notify', true],
    ]);
    await second.bench.inbound();
    await second.bench.clock.advance(5000);
    expect(second.widget.requests('/callLogger')).toEqual([]);
    expect(second.widget.requests('/callLogger/match').length).toBeGreaterThan(0);
  });
});

describe('what was logged by hand', () => {
  const logged = (path: string, body: AnyRecord): unknown =>
    path === '/callLogger/match' && Array.isArray(body['sessionIds'])
      ? { data: Object.fromEntries(body['sessionIds'].map((id) => [String(id), [{ id: '88888' }]])) }
      : helpfulHost(path, body);

  test('S1-44: is kept up to date though automatic logging is off', async () => {
    const { bench, widget } = await withLogger();
    widget.host({ type: 'rc-adapter-update-auto-log-settings', call: false });
    widget.answer(logged);
    const id = await bench.inbound();
    await bench.clock.advance(1000);
    expect(widget.requests('/callLogger')).toEqual([]);
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    await bench.act(id, 'hangup');
    await bench.clock.advance(5000);
    expect(
      widget.requests('/callLogger').map((body) => [body['triggerType'], record(body['call'])['result']]),
    ).toEqual([
      ['presenceUpdate', 'CallConnected'],
      ['presenceUpdate', 'Disconnected'],
      ['callLogSync', 'Accepted'],
    ]);
  });

  test('a match that only tells a status is no log', async () => {
    const { bench, widget } = await withLogger();
    widget.answer((path, body) =>
      path === '/callLogger/match'
        ? { data: { '214705503021': [{ id: '1', type: 'status', status: 'pending' }] } }
        : helpfulHost(path, body),
    );
    for (let press = 1; press <= 2; press += 1) {
      widget.person({ do: 'log-call', sessionId: '214705503021' });
      await bench.clock.advance(100);
    }
    expect(widget.requests('/callLogger').map((body) => body['triggerType'])).toEqual([
      'createLog',
      'createLog',
    ]);
  });
});

describe('logging by hand', () => {
  test('S1-37, S1-43: the log button sends the record of the call log in the recorded shape, then asks the matcher', async () => {
    const { bench, widget } = await withLogger();
    widget.person({ do: 'log-call', sessionId: '214705503021' });
    await bench.clock.advance(100);
    const wanted = recorded.get('manual call log (createLog)') ?? [];
    const asked = widget.take().filter((frame) => frame['type'] === 'rc-post-message-request');
    expect(asked.map((frame) => frame['path'])).toEqual(wanted.map((frame) => frame['path']));
    expect(shapeOf(asked[0]?.['body'])).toEqual(shapeOf(wanted[0]?.['body']));
    expect(asked[1]?.['body']).toEqual(wanted[1]?.['body']);
  });

  test('S1-42, S1-44: a logged call is edited, a note goes along, and 2019 calls it manual', async () => {
    const { bench, widget } = await withLogger();
    widget.answer((path, body) =>
      path === '/callLogger/match'
        ? { data: { '214705503021': [{ id: '88888', note: 'Old' }] } }
        : helpfulHost(path, body),
    );
    widget.person({ do: 'log-call', sessionId: '214705503021', note: 'New' });
    await bench.clock.advance(100);
    widget.person({ do: 'log-call', sessionId: '214705503021' });
    await bench.clock.advance(100);
    expect(widget.requests('/callLogger')).toMatchObject([
      { triggerType: 'createLog', note: 'New' },
      { triggerType: 'editLog' },
    ]);
    const old = await withLogger({}, 'profile=2019');
    old.widget.person({ do: 'log-call', sessionId: '214705503021' });
    expect(old.widget.requests('/callLogger')).toMatchObject([{ triggerType: 'manual' }]);
  });
});
