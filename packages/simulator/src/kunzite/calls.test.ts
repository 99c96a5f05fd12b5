import { account } from './account.js';
import { CALLER, createBench, dataOf, READY_MS } from './test-softphone.js';

describe('calls of the Kunzite softphone, as its host hears of them', () => {
  test('S3-2 S3-14 S3-19: click2call is not acknowledged; the call is told once, as calling and `ringing`', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    softphone.host({ type: 'click2call', data: { number: ' +34911085460 ' } });
    const frames = softphone.take();
    expect(frames).toHaveLength(1);
    expect(frames[0]?.['type']).toBe('phone:calling');
    expect(dataOf(frames[0])).toMatchObject({
      direction: 'outbound',
      status: 'ringing',
      from: account.number,
      to: '+34911085460',
    });
    await bench.clock.advance(60_000);
    expect(softphone.take()).toEqual([]);
  });

  test('S3-3 S3-10 S3-12: an inbound call rings, with an id that stays', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const id = await bench.inbound({ to: '+34917370191' });
    await bench.act(id, 'answer', 'agent');
    await bench.act(id, 'hangup');
    const frames = softphone.take();
    expect(frames.map((frame) => frame['type'])).toEqual([
      'phone:ringing',
      'phone:accepted',
      'phone:terminated',
    ]);
    for (const frame of frames) {
      expect(dataOf(frame)).toMatchObject({ id, from: CALLER, to: '+34917370191', direction: 'inbound' });
    }
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('S3-6 S3-7 S3-9: each frame says who speaks, and how large the softphone wants to be', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    await bench.inbound();
    const [frame] = softphone.take();
    expect(Object.keys(frame ?? {})).toEqual(['type', 'data']);
    expect(dataOf(frame)).toEqual({
      context: {
        status: 'online',
        user: 'agent@example.com',
        extension: '200',
        size: { width: 320, height: 460 },
      },
      id: expect.any(String),
      date: expect.any(String),
      from: CALLER,
      to: account.number,
      direction: 'inbound',
      status: 'ringing',
      duration: 0,
      wait: 0,
      total: 0,
      team: 'Dev_Team',
    });
  });

  test('S3-8 S3-18: the extension is text, and the team is whom the caller asked for', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    await bench.inbound({ queue: 'Sales' });
    const [frame] = softphone.take();
    expect(dataOf(frame)).toMatchObject({ team: 'Sales', context: { extension: '200' } });
  });

  test('S3-11: date is the start of the call and does not move', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const start = new Date(bench.clock.now()).toISOString();
    const id = await bench.outbound();
    await bench.clock.advance(8000);
    await bench.act(id, 'answer');
    await bench.clock.advance(22_000);
    await bench.act(id, 'hangup', 'agent');
    expect(softphone.take().map((frame) => dataOf(frame)['date'])).toEqual([start, start, start]);
  });

  test('S3-15 S3-16 S3-17: seconds; the talk and the total stay 0 until the end', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const id = await bench.inbound();
    await bench.clock.advance(8200);
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(21_900);
    await bench.act(id, 'hangup');
    const sums = softphone.take().map(dataOf);
    expect(sums.map(({ duration, wait, total }) => [duration, wait, total])).toEqual([
      [0, 0, 0],
      [0, 8, 0],
      [22, 8, 30],
    ]);
  });

  test('S3-4 S3-5: the end tells `answered` or `ringing`, and no reason', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const keys = new Set<string>();
    for (const [action, by] of [
      ['cancel', 'remote'],
      ['reject', 'agent'],
      ['fail', 'remote'],
    ] as const) {
      const id = await bench.inbound();
      await bench.clock.advance(5000);
      await bench.act(id, action, by);
      const ended = softphone.take().map(dataOf).at(-1) ?? {};
      expect(ended).toMatchObject({ status: 'ringing', duration: 0, wait: 5, total: 5 });
      keys.add(Object.keys(ended).join());
    }
    for (const action of ['busy', 'reject', 'answer'] as const) {
      const id = await bench.outbound();
      await bench.clock.advance(5000);
      await bench.act(id, action);
      if (action === 'answer') await bench.act(id, 'hangup');
      const ended = softphone.take().at(-1);
      expect(ended?.['type']).toBe('phone:terminated');
      expect(dataOf(ended)['status']).toBe(action === 'answer' ? 'answered' : 'ringing');
      keys.add(Object.keys(dataOf(ended)).join());
    }
    expect(keys.size).toBe(1);
  });

  test('hold, mute and keys stay inside the softphone', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const call = await bench.inbound();
    softphone.person({ do: 'answer', call });
    softphone.take();
    softphone.person({ do: 'hold', call });
    softphone.person({ do: 'mute', call });
    softphone.person({ do: 'dtmf', call, key: '5' });
    expect(bench.control.calls('demo')).toMatchObject([
      { state: 'answered', onHold: true, muted: true, dtmf: '5' },
    ]);
    await bench.act(call, 'resume', 'agent');
    await bench.act(call, 'hold');
    expect(bench.control.calls('demo')).toMatchObject([{ onHold: false, remoteOnHold: true }]);
    await bench.clock.advance(1000);
    expect(softphone.take()).toEqual([]);
  });

  test('a second call holds the first, in silence', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const first = await bench.inbound();
    await bench.act(first, 'answer', 'agent');
    const second = await bench.inbound({ from: '+34600000000' });
    await bench.act(second, 'answer', 'agent');
    expect(bench.control.calls('demo').map(({ id, onHold }) => [id, onHold])).toEqual([
      [first, true],
      [second, false],
    ]);
    expect(softphone.takeTypes()).toEqual([
      'phone:ringing',
      'phone:accepted',
      'phone:ringing',
      'phone:accepted',
    ]);
  });

  test('what can’t be dialled is ignored in silence, and so is every other frame', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    for (const frame of [
      { type: 'click2call' },
      { type: 'click2call', data: {} },
      { type: 'click2call', data: { number: 34_911_085_460 } },
      { type: 'click2call', data: { number: 'nobody' } },
      { type: 'click2call', data: { number: '1'.repeat(101) } },
      { type: 'hangup', data: {} },
      'click2call',
      null,
    ])
      softphone.host(frame);
    await bench.control.setState({ sip: 'lost' });
    softphone.host({ type: 'click2call', data: { number: '+34911085460' } });
    await bench.clock.advance(1000);
    expect([softphone.take(), bench.control.calls('demo')]).toEqual([[], []]);
    await bench.control.setState({ sip: 'registered' });
    await bench.outbound();
    softphone.host({ type: 'click2call', data: { number: '+34911085460' } });
    expect(softphone.takeTypes()).toEqual(['phone:calling']);
  });

  test('a live call survives a reload of the host page, which hears of it at the next change', async () => {
    const bench = createBench();
    const before = await bench.openReady();
    const id = await bench.inbound();
    before.close();
    await bench.clock.advance(2000);
    const after = bench.open();
    await bench.clock.advance(READY_MS);
    expect(after.takeTypes()).toEqual(['logged']);
    expect(bench.control.calls('demo')).toMatchObject([{ id }]);
    await bench.act(id, 'answer', 'agent');
    expect(after.take()).toMatchObject([{ type: 'phone:accepted', data: { id, wait: 2 } }]);
  });

  test('a softphone that doesn’t come back loses its calls', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    await bench.inbound();
    softphone.close();
    await bench.clock.advance(10_000);
    expect(bench.control.calls('demo')).toEqual([]);
    await bench.openReady();
    expect(bench.session.state.recent).toMatchObject([{ number: CALLER, answered: false }]);
  });

  test('all softphones of a session tell of its calls', async () => {
    const bench = createBench();
    const [one, two] = [await bench.openReady(), await bench.openReady()];
    await bench.inbound();
    expect([one.takeTypes(), two.takeTypes()]).toEqual([['phone:ringing'], ['phone:ringing']]);
  });
});
