import { createBench, login, SIGNED_IN_MS, steps } from './test-widget.js';

describe('faults of a session', () => {
  test('drop and duplicate touch frames to the host; the log shows what went over the wire', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    bench.control.setFaults({ drop: 1 });
    const before = bench.control.frames('demo').length;
    await bench.inbound();
    expect(widget.take()).toEqual([]);
    expect(bench.control.frames('demo')).toHaveLength(before);
    bench.control.setFaults({ duplicate: 1 });
    expect(await bench.control.emit({ frame: { event: 'odd' } })).toBe(1);
    expect(steps(widget.take())).toEqual(['odd', 'odd']);
  });

  test('malformed damages events and the bare string alike', async () => {
    const bench = createBench();
    bench.control.setFaults({ malformed: 1 });
    const widget = bench.open();
    for (let turn = 0; turn < 30; turn += 1) {
      await bench.control.emit({ frame: 'capabilitiesRequest' });
      await bench.control.emit({ frame: { event: 'ready' } });
    }
    expect(widget.posted).toHaveLength(61);
    expect(widget.posted).not.toContain('capabilitiesRequest');
  });

  test('S0-7: silent, the capabilities go unheard and the widget stays suspended', async () => {
    const bench = createBench();
    bench.control.setFaults({ silent: true, until: 5000 });
    const widget = bench.openAnswered();
    expect(widget.posted).toEqual(['capabilitiesRequest']);
    await bench.clock.advance(5000);
    widget.host({ capabilities: {} });
    expect(steps(widget.posted)).toEqual(['"capabilitiesRequest"', 'ready']);
  });

  test('offline tells nothing and hears no action; afterwards the host learns how things stand', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.act(await bench.inbound({ from: '8002' }), 'answer', 'agent');
    widget.take();
    bench.control.setFaults({ offline: true });
    await bench.act('1', 'hangup');
    await bench.inbound({ from: '8003' });
    widget.host({ action: 'rejectSession', id: 0 });
    expect(widget.take()).toEqual([]);
    bench.control.setFaults({});
    expect(steps(widget.take())).toEqual(['sipRegisted', '1 terminated', 'new 2 SipSession calling']);
  });

  test('offline from the start, the log-in is told late', async () => {
    const bench = createBench();
    bench.control.setFaults({ offline: true });
    const widget = bench.openAnswered();
    widget.person({ do: 'sign-in', user: 'ada', password: 'secret' });
    await bench.clock.advance(SIGNED_IN_MS);
    expect(steps(widget.take())).toEqual(['"capabilitiesRequest"', 'ready']);
    bench.control.setFaults({});
    expect(steps(widget.take())).toEqual(['login', 'sipRegisted']);
  });

  test('a reset signs out, forgets calls and faults, and reloads the widget', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    bench.control.setFaults({ drop: 1 });
    bench.control.reset({});
    expect(widget.told.at(-1)).toBe('reload');
    expect(bench.control.status('demo')).toMatchObject({ signedIn: false, widgets: 0, faults: { drop: 0 } });
    const again = bench.openAnswered();
    again.host(login());
    await bench.clock.advance(SIGNED_IN_MS);
    expect(await bench.inbound()).toBe('0');
  });
});
