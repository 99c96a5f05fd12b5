import { createBench } from './test-desktop.js';

describe('calls of XiVO’s desktop', () => {
  test('an inbound call is told in the vendor’s words until its end', async () => {
    const bench = createBench();
    bench.open();
    const id = await bench.inbound({ from: '1013', name: 'Ada', queue: 'Edition' });
    const seen = () => bench.control.calls('demo');
    expect(seen()).toMatchObject([
      {
        id,
        state: 'EventRinging',
        direction: 'inbound',
        from: '1013',
        to: '1023',
        name: 'Ada',
        queue: 'edition',
      },
    ]);
    await bench.act(id, 'answer', 'agent');
    expect(seen()).toMatchObject([{ state: 'EventEstablished', startedAt: bench.clock.now() }]);
    await bench.act(id, 'hangup');
    expect(seen()).toEqual([]);
    expect(bench.session.events.map(({ text }) => text).filter((text) => text.startsWith('Event'))).toEqual([
      'EventRinging: call from 1013',
      'EventEstablished: call with 1013',
      'EventReleased: call with 1013',
    ]);
  });

  test('a person works the phone: dials, holds, mutes, presses keys, hangs up', async () => {
    const bench = createBench();
    const desktop = bench.open();
    desktop.person({ do: 'dial', number: ' 1013 ' });
    const call = bench.control.calls('demo')[0]?.id ?? '';
    await bench.act(call, 'answer');
    for (const act of ['hold', 'mute'] as const) desktop.person({ do: act, call });
    desktop.person({ do: 'dtmf', call, key: '5' });
    expect(bench.control.calls('demo')).toMatchObject([
      { direction: 'outbound', to: '1013', onHold: true, muted: true, dtmf: '5' },
    ]);
    for (const act of ['resume', 'unmute'] as const) desktop.person({ do: act, call });
    expect(bench.control.calls('demo')).toMatchObject([{ onHold: false, muted: false }]);
    desktop.person({ do: 'hang-up', call });
    expect(bench.session.state.recent).toMatchObject([{ number: '1013', answered: true }]);
  });

  test('what can’t be dialled is told to the person', async () => {
    const bench = createBench();
    const desktop = bench.open();
    desktop.person({ do: 'dial', number: 'nobody' });
    await bench.control.setState({ sip: 'lost' });
    desktop.person({ do: 'dial', number: '1013' });
    expect(desktop.heard('notice')).toHaveLength(2);
    await expect(bench.inbound()).rejects.toMatchObject({ code: 'not-ready' });
  });

  test('a second call that is answered holds the first', async () => {
    const bench = createBench();
    bench.open();
    const [one, two] = [await bench.inbound(), await bench.inbound()];
    await bench.act(one, 'answer', 'agent');
    await bench.act(two, 'answer', 'agent');
    expect(bench.control.calls('demo')).toMatchObject([{ onHold: true }, { onHold: false }]);
    await expect(bench.act(two, 'answer', 'agent')).rejects.toMatchObject({ code: 'invalid-state' });
    await expect(bench.act('1.2', 'answer')).rejects.toMatchObject({ code: 'unknown-call' });
  });

  test('a reload keeps the calls and the panes; a desktop that doesn’t come back loses its calls', async () => {
    const bench = createBench();
    const before = bench.open();
    const id = await bench.inbound();
    before.answer({ action: 'open', url: '/pane' });
    before.tab.close();
    await bench.clock.advance(3000);
    const after = bench.open();
    await bench.clock.advance(20);
    expect(after.heard('view').at(-1)?.view).toMatchObject({
      active: true,
      calls: [{ id, state: 'ringing' }],
      panes: [{ id, state: 'open' }],
    });
    after.tab.close();
    await bench.clock.advance(10_000);
    expect(bench.control.calls('demo')).toEqual([]);
  });

  test('panes are posted to where they show: in the tab last focused', async () => {
    const bench = createBench();
    const [one, two] = [bench.open(), bench.open()];
    const id = await bench.inbound();
    two.answer({ action: 'open', url: '/pane' });
    one.send({ kind: 'focus' });
    expect(await bench.control.emit({ frame: { hello: 1 } })).toBe(1);
    expect([one.heard('post'), two.heard('post')]).toEqual([
      [{ kind: 'post', panes: [id], data: { hello: 1 } }],
      [],
    ]);
    expect(bench.control.frames('demo')).toMatchObject([{ direction: 'out', data: { hello: 1 } }]);
  });
});
