import { createBench, steps } from './test-widget.js';

describe('what the host takes over', () => {
  test('S0-8: with nativeRinger it is told when its ringer begins and ends', async () => {
    const bench = createBench();
    const widget = await bench.openReady({ nativeRinger: true });
    await bench.inbound();
    expect(widget.take().at(-1)).toEqual({ event: 'ringing', on: true });
    await bench.inbound({ from: '8002' });
    widget.host({ action: 'answerSession', id: 0 });
    expect(steps(widget.take())).not.toContain('ringing');
    widget.host({ action: 'rejectSession', id: 1 });
    expect(widget.take().at(-1)).toEqual({ event: 'ringing', on: false });
  });

  test('S0-8: without it, and for calls that go out, no ringer is asked for', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    expect(steps(widget.take())).not.toContain('ringing');
    widget.host({ action: 'rejectSession', id: 0 });
    widget.host({ capabilities: { nativeRinger: true } });
    await bench.outbound();
    expect(steps(widget.take())).not.toContain('ringing');
  });

  test('S0-9: with speaker the person’s switch is told, and its end with the last call', async () => {
    const bench = createBench();
    const widget = await bench.openReady({ speaker: true });
    widget.person({ do: 'speaker', on: true });
    expect(widget.take()).toEqual([]);
    await bench.act(await bench.inbound(), 'answer', 'agent');
    widget.take();
    widget.person({ do: 'speaker', on: true });
    widget.host({ action: 'terminateSession', id: 0 });
    expect(widget.take()).toEqual([
      { event: 'speaker', on: true },
      { event: 'speaker', on: false },
      { event: 'sessionStatusUpdate', id: 0, status: 'terminated' },
    ]);
  });

  test('S0-10, S0-36: with share a message of the conversation that the host opened can be shared', async () => {
    const bench = createBench();
    const widget = await bench.openReady({ share: true });
    const uri = 'ID00000099@127.0.0.1';
    widget.host({ action: 'conversation', uri });
    expect(widget.take()).toEqual([]);
    expect(widget.tab).toMatchObject({ page: 'conversations', conversation: uri });
    widget.person({ do: 'say', uri, text: 'Good morning' });
    const message = bench.session.state.conversations.get(uri)?.messages.at(-1);
    widget.person({ do: 'share', uri, message: message?.id ?? '' });
    expect(widget.take()).toEqual([{ event: 'share', uri, text: 'Good morning' }]);
  });

  test('S0-9, S0-10: a host without these capabilities is told nothing of the kind', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.act(await bench.inbound(), 'answer', 'agent');
    widget.take();
    widget.person({ do: 'speaker', on: true });
    widget.person({ do: 'open-conversation', uri: 'ID0' });
    const [message] = bench.session.state.conversations.get('ID0')?.messages ?? [];
    widget.person({ do: 'share', uri: 'ID0', message: message?.id ?? '' });
    expect(widget.take()).toEqual([]);
  });

  test.each([[''], [7], [undefined]])('S0-36: a conversation with the uri %p is ignored', async (uri) => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ action: 'conversation', uri });
    expect(widget.tab.page).toBe('phone');
  });
});

describe('what stays in the widget', () => {
  test('hold, mute and keys are told by nothing', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    widget.take();
    const { key = '' } = [...bench.session.calls.values()][0] ?? {};
    widget.person({ do: 'hold', call: key });
    widget.person({ do: 'mute', call: key });
    widget.person({ do: 'dtmf', call: key, key: '5' });
    await bench.act(id, 'hold');
    expect(widget.take()).toEqual([]);
    expect(bench.control.calls('demo')).toMatchObject([
      { onHold: true, muted: true, dtmf: '5', remoteOnHold: true, state: 'confirmed' },
    ]);
  });

  test('who answers a second call has the first on hold', async () => {
    const bench = createBench();
    await bench.openReady();
    await bench.act(await bench.inbound(), 'answer', 'agent');
    await bench.act(await bench.inbound({ from: '8002' }), 'answer', 'agent');
    expect(bench.control.calls('demo').map((call) => call['onHold'])).toEqual([true, false]);
    await bench.act('0', 'resume', 'agent');
    expect(bench.control.calls('demo').map((call) => call['onHold'])).toEqual([false, true]);
  });
});
