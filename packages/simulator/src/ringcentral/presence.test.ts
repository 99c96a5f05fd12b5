import { readRecording, shapeOf } from './recording.js';
import { createBench, phoneSteps, presenceSteps, record } from './test-widget.js';

const recorded = readRecording('startup-login-autolog');
const presenceFrames = (mark: string) =>
  recorded
    .get(mark)
    ?.filter((frame) =>
      ['rc-adapter-syncPresence', 'rc-active-call-notify'].includes(String(frame['type'])),
    ) ?? [];

describe('the presence stream', () => {
  test('U-12, U-25: tells ringing, connected and ended in the recorded order and shape', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    const steps = [
      ['ringing', async () => {}],
      ['connected', () => bench.act(id, 'answer', 'agent')],
      ['ended', () => bench.act(id, 'hangup')],
    ] as const;
    for (const [mark, step] of steps) {
      await step();
      await bench.clock.advance(1000);
      const frames = widget
        .take()
        .filter((frame) =>
          ['rc-adapter-syncPresence', 'rc-active-call-notify'].includes(String(frame['type'])),
        );
      expect(frames.map(shapeOf)).toEqual(presenceFrames(mark).map(shapeOf));
      expect(frames[0]).toEqual(presenceFrames(mark)[0]);
    }
  });

  test('U-13: its telephony session id is the party data of the web phone, its own key is a number', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.clock.advance(100);
    const phone = record(record(widget.of('rc-call-ring-notify')[0])['call']);
    const presence = record(record(widget.of('rc-active-call-notify')[0])['call']);
    expect(presence['telephonySessionId']).toBe(record(phone['partyData'])['sessionId']);
    expect(presence['partyId']).toBe(record(phone['partyData'])['partyId']);
    expect(presence['sessionId']).toMatch(/^\d{12}$/);
  });

  test('lags behind the web phone but keeps its own order when the call runs ahead', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.act(id, 'hold', 'agent');
    await bench.act(id, 'resume', 'agent');
    await bench.act(id, 'hangup', 'agent');
    expect(presenceSteps(widget.posted.map(record))).toEqual([]);
    await bench.clock.advance(1000);
    const frames = widget.take();
    expect(presenceSteps(frames)).toEqual([
      'Ringing',
      'CallConnected',
      'OnHold',
      'CallConnected',
      'NoCall final',
    ]);
    expect(phoneSteps(frames)).toEqual([
      'ring connecting',
      'start connected',
      'hold onHold',
      'resume connected',
      'end connected',
    ]);
  });

  test('an outbound call begins with Ringing there', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.outbound();
    await bench.clock.advance(1000);
    expect(presenceSteps(widget.take())).toEqual(['Ringing']);
    await bench.act(id, 'busy');
    await bench.clock.advance(1000);
    expect(presenceSteps(widget.take())).toEqual(['NoCall final']);
  });

  test('is told only when the status changes: muting is not news', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    widget.take();
    widget.host({ type: 'rc-adapter-control-call', callAction: 'mute', callId: id });
    await bench.clock.advance(1000);
    expect(presenceSteps(widget.take())).toEqual([]);
  });

  test('with two calls the agent is on the phone as long as one of them lives', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const first = await bench.inbound();
    await bench.act(first, 'answer', 'agent');
    const second = await bench.inbound({ from: '+12165329999' });
    await bench.act(second, 'answer', 'agent');
    await bench.clock.advance(1000);
    widget.take();
    await bench.act(second, 'hangup', 'agent');
    await bench.clock.advance(1000);
    await bench.act(first, 'hangup', 'agent');
    await bench.clock.advance(1000);
    const statuses = widget.take().filter((frame) => frame['type'] === 'rc-adapter-syncPresence');
    expect(statuses.map((frame) => frame['telephonyStatus'])).toEqual(['OnHold', 'NoCall']);
  });

  test('tells a widget that was loaded in mid-call what lives', async () => {
    const bench = createBench();
    const before = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    before.close();
    const widget = bench.open();
    await bench.clock.advance(1000);
    expect(presenceSteps(widget.take())).toEqual(['CallConnected']);
  });
});

describe('the telephony session', () => {
  const parties = (frame: unknown) => record(record(frame)['telephonySession'])['parties'];

  test('U-16: tells both parties with status codes and a sequence that stays 1', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.act(id, 'hold', 'agent');
    await bench.act(id, 'hangup');
    await bench.clock.advance(1000);
    const frames = widget.of('rc-telephony-session-notify');
    expect(frames.map((frame) => record(frame['telephonySession'])['sequence'])).toEqual([1, 1, 1, 1]);
    expect(frames.map(parties)).toMatchObject(
      ['Proceeding', 'Answered', 'Hold', 'Disconnected'].map((code) => [
        { id: expect.stringMatching(/-1$/), direction: 'Outbound' },
        { id: expect.stringMatching(/-2$/), direction: 'Inbound', status: { code } },
      ]),
    );
  });

  test('knows of the hold by the other side, which the web phone does not', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    widget.take();
    await bench.act(id, 'hold');
    await bench.clock.advance(1000);
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual([]);
    expect(presenceSteps(frames)).toEqual([]);
    expect(parties(frames[0])).toMatchObject([
      { status: { code: 'Hold' } },
      { status: { code: 'Answered' } },
    ]);
  });

  test.each([
    ['busy', 'TargetBusy'],
    ['reject', 'Rejected'],
    ['fail', 'InternalError'],
  ])('says why an outbound call ended: %s', async (action, reason) => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.outbound();
    await bench.act(id, action);
    await bench.clock.advance(1000);
    expect(parties(widget.of('rc-telephony-session-notify').at(-1))).toMatchObject([
      { status: { code: 'Disconnected', reason } },
      {},
    ]);
  });
});

describe('calls that ring another device', () => {
  test('U-15, U-27: a ringout call has presence and ringout frames but no web-phone leg', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-calling-settings-update', callWith: 'ringout', myLocation: '+16505550177' });
    expect(widget.take()).toEqual([
      {
        type: 'rc-calling-settings-notify',
        callWith: 'ringout',
        callingMode: 'ringout',
        myLocation: '+16505550177',
      },
      {
        type: 'rc-webphone-connection-status-notify',
        connectionStatus: 'connectionStatus-disconnecting',
        deviceId: null,
      },
      {
        type: 'rc-webphone-connection-status-notify',
        connectionStatus: 'connectionStatus-disconnected',
        deviceId: null,
      },
    ]);
    const id = await bench.outbound();
    expect(id).toMatch(/^s-/);
    await bench.clock.advance(1000);
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual([]);
    expect(presenceSteps(frames)).toEqual(['Ringing']);
    expect(widget.of('rc-ringout-call-notify')).toHaveLength(1);
    widget.host({ type: 'rc-adapter-control-call', callAction: 'hangup', callId: id });
    expect(bench.control.calls('demo')).toHaveLength(1);
    await bench.act(id, 'answer');
    await bench.act(id, 'hangup', 'agent');
    await bench.clock.advance(1000);
    expect(presenceSteps(widget.take())).toEqual(['CallConnected', 'NoCall final']);
  });
});
