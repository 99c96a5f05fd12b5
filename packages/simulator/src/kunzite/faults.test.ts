import { createBench, READY_MS } from './test-softphone.js';

describe('faults of a Kunzite session', () => {
  test('touch frames to the host; the log shows what really went over the wire', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    bench.control.setFaults({ drop: 1 });
    const id = await bench.inbound();
    expect(softphone.take()).toEqual([]);
    bench.control.setFaults({ duplicate: 1 });
    await bench.act(id, 'answer', 'agent');
    expect(softphone.takeTypes()).toEqual(['phone:accepted', 'phone:accepted']);
    const types = bench.control.frames('demo').map(({ data }) => data);
    expect(types).toMatchObject([{ type: 'logged' }, { type: 'phone:accepted' }, { type: 'phone:accepted' }]);
  });

  test('silent: what the host says is seen but not looked at, until the time is over', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    bench.control.setFaults({ silent: true, until: 5000 });
    const frame = { type: 'click2call', data: { number: '+34911085460' } };
    softphone.host(frame);
    expect(bench.control.calls('demo')).toEqual([]);
    expect(bench.control.frames('demo').at(-1)).toMatchObject({
      direction: 'in',
      origin: 'http://localhost:4200',
      data: frame,
    });
    await bench.clock.advance(5000);
    softphone.host(frame);
    expect(softphone.takeTypes()).toEqual(['phone:calling']);
  });

  test('offline: nothing new reaches the host, and what it missed is not told later', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    bench.control.setFaults({ offline: true });
    const id = await bench.inbound();
    softphone.host({ type: 'click2call', data: { number: '+34911085460' } });
    const late = bench.open();
    await bench.clock.advance(READY_MS);
    expect([softphone.take(), late.take()]).toEqual([[], []]);
    bench.control.setFaults({});
    expect([softphone.takeTypes(), late.takeTypes()]).toEqual([[], ['logged']]);
    await bench.act(id, 'cancel');
    expect(softphone.takeTypes()).toEqual(['phone:terminated']);
  });

  test('reset: no calls, faults or frames, and the softphones reload', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    await bench.inbound();
    bench.control.setFaults({ drop: 0.5 });
    bench.control.reset({});
    expect(softphone.told).toContainEqual({ kind: 'reload' });
    expect([bench.control.calls('demo'), bench.control.frames('demo')]).toEqual([[], []]);
    expect(bench.control.status('demo')).toMatchObject({ faults: { drop: 0 }, signedIn: true });
  });
});
