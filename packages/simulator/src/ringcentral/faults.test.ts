import { createBench, phoneSteps, presenceSteps, record } from './test-widget.js';

describe('faults of a session', () => {
  test('touch frames to the host; the log shows what really went over the wire', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    bench.control.setFaults({ drop: 1 });
    const before = bench.control.frames('demo').length;
    await bench.inbound();
    await bench.clock.advance(1000);
    expect(widget.take()).toEqual([]);
    expect(bench.control.frames('demo')).toHaveLength(before);
    bench.control.setFaults({ duplicate: 1 });
    await bench.control.emit({ frame: { type: 'rc-test' } });
    expect(widget.takeTypes()).toEqual(['rc-test', 'rc-test']);
  });

  test('silent: what the host says is seen but not looked at', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    bench.control.setFaults({ silent: true });
    widget.host({ type: 'rc-adapter-webphone-sessions-sync' });
    expect(widget.takeTypes()).toEqual([]);
    expect(bench.control.frames('demo').at(-1)).toMatchObject({
      direction: 'in',
      origin: 'http://localhost:4200',
      data: { type: 'rc-adapter-webphone-sessions-sync' },
    });
    bench.control.setFaults({});
    widget.host({ type: 'rc-adapter-webphone-sessions-sync' });
    expect(widget.takeTypes()).toEqual(['rc-webphone-sessions-sync']);
  });

  test('until: they end by themselves', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    expect(bench.control.setFaults({ drop: 1, until: 5000 })).toMatchObject({ drop: 1 });
    await bench.clock.advance(4999);
    await bench.control.emit({ frame: { type: 'rc-test' } });
    await bench.clock.advance(1);
    await bench.control.emit({ frame: { type: 'rc-test' } });
    expect(widget.takeTypes().filter((type) => type === 'rc-test')).toHaveLength(1);
    expect(bench.control.status('demo').faults).toMatchObject({ drop: 0 });
  });

  test('offline: the line is told lost, calls go unseen, and presence tells afterwards what lives', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    bench.control.setFaults({ offline: true });
    expect(widget.take().map((frame) => frame['ready'] ?? frame['connectionStatus'])).toEqual([
      false,
      'connectionStatus-disconnected',
    ]);
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    expect(phoneSteps(widget.take())).toEqual([]);
    bench.control.setFaults({});
    await bench.clock.advance(1000);
    const frames = widget.take();
    expect(frames.map((frame) => frame['connectionStatus']).filter(Boolean)).toEqual([
      'connectionStatus-connecting',
      'connectionStatus-connected',
    ]);
    expect(presenceSteps(frames)).toEqual(['CallConnected']);
    widget.host({ type: 'rc-adapter-webphone-sessions-sync' });
    expect(record(widget.take()[0])['calls']).toHaveLength(1);
  });

  test('offline while the widget is loaded: it starts, but its login comes only afterwards', async () => {
    const bench = createBench();
    bench.control.setFaults({ offline: true });
    const widget = await bench.openReady();
    expect(widget.of('rc-login-status-notify').map((frame) => frame['loggedIn'])).toEqual([false]);
    bench.control.setFaults({});
    await bench.clock.advance(1000);
    expect(widget.of('rc-login-status-notify').map((frame) => frame['loggedIn'])).toEqual([false, true]);
    expect(widget.of('rc-dialer-status-notify').at(-1)).toMatchObject({ ready: true });
  });

  test('a reset ends them and everything else', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-logout' });
    bench.control.setFaults({ drop: 1, until: 60_000 });
    bench.control.reset({});
    expect(bench.control.frames('demo')).toEqual([]);
    expect(bench.control.status('demo')).toMatchObject({ signedIn: true, widgets: 0, faults: { drop: 0 } });
  });

  test('the host may send anything at all: nothing breaks and nothing changes', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.clock.advance(1000);
    widget.take();
    const types = [
      'rc-adapter-register-third-party-service',
      'rc-adapter-update-authorization-status',
      'rc-adapter-update-third-party-settings',
      'rc-adapter-trigger-contact-match',
      'rc-post-message-response',
      'rc-adapter-control-call',
      'rc-adapter-new-call',
      'rc-adapter-new-sms',
      'rc-adapter-navigate-to',
      'rc-adapter-set-presence',
      'rc-calling-settings-update',
      '__proto__',
      'constructor',
      'toString',
    ];
    const values: unknown[] = [
      null,
      undefined,
      7,
      '',
      'x',
      [],
      {},
      [null],
      { service: null },
      { toString: 1 },
    ];
    for (const value of values) widget.host(value);
    for (const type of types) {
      for (const value of values) {
        widget.host({
          type,
          service: value,
          settings: value,
          phoneNumbers: value,
          responseId: value,
          callAction: value,
          callId: value,
        });
        widget.host({
          type,
          callAction: 'transfer',
          options: value,
          phoneNumber: value,
          toCall: true,
          path: value,
          userStatus: value,
        });
      }
    }
    expect(bench.control.calls('demo').map((call) => call.id)).toEqual([id]);
    expect(phoneSteps(widget.take())).toEqual([]);
  });
});
