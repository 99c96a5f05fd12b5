import {
  createBench,
  helpfulHost,
  HISTORY_MS,
  phoneSteps,
  presenceSteps,
  record,
  registration,
} from './test-widget.js';

async function twoTabs(query = '') {
  const bench = createBench();
  const first = await bench.openReady(query);
  const second = await bench.openReady(query);
  for (const tab of [first, second]) {
    tab.answer(helpfulHost);
    tab.host(registration());
  }
  await bench.clock.advance(HISTORY_MS);
  first.take();
  second.take();
  return { bench, first, second };
}

describe('one session in two tabs', () => {
  test('U-50: both tell of the call, only the tab last focused asks the host', async () => {
    const { bench, first, second } = await twoTabs();
    first.focus();
    const id = await bench.inbound({ from: '+34666555444' });
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    for (const tab of [first, second]) {
      const frames = tab.take();
      expect(phoneSteps(frames)).toEqual(['ring connecting', 'start connected']);
      expect(presenceSteps(frames)).toEqual(['Ringing', 'CallConnected']);
    }
    expect(first.requests('/callLogger')).toHaveLength(2);
    expect(second.requests('/callLogger')).toHaveLength(0);
    second.focus();
    await bench.act(id, 'hangup');
    await bench.clock.advance(1000);
    expect(first.requests('/callLogger')).toHaveLength(2);
    expect(second.requests('/callLogger')).toHaveLength(1);
  });

  test('U-19: the tabs are told which of them is the active one', async () => {
    const { first, second } = await twoTabs();
    first.focus();
    first.focus();
    const [told] = first.take();
    expect(told).toEqual({ type: 'rc-webphone-active-notify', activeId: first.tab.id, currentActive: true });
    expect(second.take()).toEqual([
      { type: 'rc-webphone-active-notify', activeId: first.tab.id, currentActive: false },
    ]);
  });

  test('the newest tab is the active one until another gets the focus, and an older one again when it closes', async () => {
    const { bench, first, second } = await twoTabs();
    const ask = async () => {
      await bench.control.actions['ask']?.({ path: '/settings', timeoutMs: 50 });
      return [first, second].map((tab) => tab.requests('/settings').length);
    };
    const settle = async (promise: Promise<number[]>) => {
      await bench.clock.advance(200);
      return promise;
    };
    expect(await settle(ask())).toEqual([0, 1]);
    second.close();
    expect(await settle(ask())).toEqual([1, 1]);
  });

  test('ask reaches a tab by its place or its id', async () => {
    const { bench, first, second } = await twoTabs();
    for (const tab of [0, second.tab.id]) {
      const asked = bench.control.actions['ask']?.({ path: '/settings', tab });
      await bench.clock.advance(50);
      await expect(asked).resolves.toMatchObject({ answered: true });
    }
    expect([first.requests('/settings').length, second.requests('/settings').length]).toEqual([1, 1]);
    await expect(bench.control.actions['ask']?.({ path: '/settings', tab: 7 })).rejects.toMatchObject({
      code: 'no-widget',
    });
  });

  test('with disableInactiveTabCallEvent presence of calls is told only in the active tab', async () => {
    const { bench, first, second } = await twoTabs('multipleTabsSupport=1&disableInactiveTabCallEvent=1');
    first.focus();
    await bench.inbound();
    await bench.clock.advance(1000);
    expect(presenceSteps(first.take())).toEqual(['Ringing']);
    const other = second.take();
    expect(presenceSteps(other)).toEqual([]);
    expect(phoneSteps(other)).toEqual(['ring connecting']);
  });
});

describe('one session in three tabs', () => {
  test('U-50, S1-37: without multipleTabsSupport all three tell of a call, and one asks, also when that one closes', async () => {
    const { bench, first, second } = await twoTabs();
    const third = await bench.openReady();
    third.answer(helpfulHost);
    third.host(registration());
    await bench.clock.advance(HISTORY_MS);
    const tabs = [first, second, third];
    for (const tab of tabs) tab.take();
    const asked = () => tabs.map((tab) => tab.requests('/callLogger').length);
    second.focus();
    const id = await bench.inbound({ from: '+34666555444' });
    await bench.clock.advance(1000);
    for (const tab of tabs) {
      const frames = tab.take();
      expect(phoneSteps(frames)).toEqual(['ring connecting']);
      expect(presenceSteps(frames)).toEqual(['Ringing']);
    }
    expect(asked()).toEqual([0, 1, 0]);
    expect(tabs.map((tab) => tab.requests('/contacts/match').at(-1)?.['phoneNumbers'])).toEqual([
      expect.not.arrayContaining(['+34666555444']),
      ['+34666555444'],
      expect.not.arrayContaining(['+34666555444']),
    ]);
    second.close();
    await bench.act(id, 'answer', 'agent');
    await bench.clock.advance(1000);
    expect(asked()).toEqual([0, 1, 1]);
    third.close();
    await bench.act(id, 'hangup');
    await bench.clock.advance(1000);
    expect(asked()).toEqual([1, 1, 1]);
  });
});

describe('a session without a widget', () => {
  test('keeps its calls over a reload, and ends them when nobody comes back', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    widget.close();
    await bench.clock.advance(5000);
    const again = await bench.openReady();
    await bench.clock.advance(20_000);
    expect(bench.control.calls('demo').map((call) => call.id)).toEqual([id]);
    expect(presenceSteps(again.posted.map((frame) => record(frame)))).toEqual(['CallConnected']);
    again.close();
    await bench.clock.advance(20_000);
    expect(bench.control.calls('demo')).toEqual([]);
    await expect(bench.act(id, 'hangup')).rejects.toMatchObject({ status: 409, code: 'no-widget' });
    await bench.openReady();
    expect(bench.session.state.records[0]).toMatchObject({ result: 'Accepted', duration: 35 });
  });

  test('a call that rang to the end without a widget is a missed one', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound({ from: '+34666555444' });
    widget.close();
    await bench.clock.advance(20_000);
    expect(bench.session.state.records[0]).toMatchObject({ result: 'Missed', remoteNumber: '+34666555444' });
  });

  test('refuses calls, but knows its live ones when a widget is back', async () => {
    const bench = createBench();
    await expect(bench.inbound()).rejects.toMatchObject({ status: 409, code: 'no-widget' });
    const widget = await bench.openReady();
    const id = await bench.inbound();
    widget.close();
    expect(bench.control.calls('demo').map((call) => call.id)).toEqual([id]);
  });

  test('a call placed while the widget is being loaded rings once it is ready', async () => {
    const bench = createBench();
    const widget = bench.open();
    const placed = bench.inbound();
    expect(bench.control.calls('demo')).toEqual([]);
    await bench.clock.advance(1000);
    await expect(placed).resolves.toEqual(expect.any(String));
    expect(phoneSteps(widget.take())).toEqual(['ring connecting']);
  });

  test('after a reset a call waits for the widgets that reload themselves', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    bench.control.reset({});
    expect(widget.told.at(-1)).toEqual({ kind: 'reload' });
    expect(bench.control.calls('demo')).toEqual([]);
    const from = widget.posted.length;
    const placed = bench.inbound();
    await bench.clock.advance(300);
    const again = bench.open();
    await bench.clock.advance(1000);
    await placed;
    expect(phoneSteps(again.take())).toEqual(['ring connecting']);
    expect(widget.posted).toHaveLength(from);
  });
});
