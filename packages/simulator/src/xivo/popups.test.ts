import { createBench, GUEST, type TestDesktop } from './test-desktop.js';

const popup = (pane: string, state: 'opened' | 'blocked' | 'closed') =>
  ({ kind: 'popup', pane, state }) as const;

async function asked(desktop: TestDesktop, bench: ReturnType<typeof createBench>, more: object = {}) {
  const id = await bench.inbound();
  desktop.answer({ action: 'popup', url: '/pane', title: 'Customer', ...more });
  return id;
}

describe('popups', () => {
  test('X-15: the page opens the window and says so', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await asked(desktop, bench);
    expect(desktop.heard('popup')).toEqual([{ kind: 'popup', pane: id }]);
    expect(bench.panes().panes).toMatchObject([{ state: 'waiting' }]);
    desktop.send(popup(id, 'opened'));
    expect(bench.panes().panes).toMatchObject([{ action: 'popup', state: 'open' }]);
  });

  test('X-15: one that the browser blocks is told, pauses nobody, and opens by a click', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await asked(desktop, bench, { autopause: true });
    desktop.send(popup(id, 'blocked'));
    expect(bench.panes()).toMatchObject({
      agent: { state: 'ready' },
      panes: [{ state: 'blocked' }],
      errors: [{ code: 'popup-blocked' }],
    });
    desktop.send(popup(id, 'opened'));
    expect(bench.panes()).toMatchObject({ agent: { state: 'paused' }, panes: [{ state: 'open' }] });
  });

  test('X-29: it completes by its opener, and only in the tab that opened it', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await asked(desktop, bench);
    desktop.send(popup(id, 'opened'));
    const other = bench.open();
    other.post(id);
    expect(bench.panes().panes).toMatchObject([{ state: 'open' }]);
    desktop.post(id, 'closeThirdParty', GUEST);
    expect(bench.panes().panes).toMatchObject([{ state: 'completed' }]);
  });

  test('X-29: one that somebody closes is closed, and the agent ready again', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await asked(desktop, bench, { autopause: true });
    desktop.send(popup(id, 'opened'));
    bench.open().send(popup(id, 'closed'));
    expect(bench.panes().panes).toMatchObject([{ state: 'open' }]);
    desktop.send(popup(id, 'closed'));
    expect(bench.panes()).toMatchObject({ agent: { state: 'ready' }, panes: [{ state: 'closed' }] });
  });

  test('X-23: without multitab the next takes over the window, and the pause', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const one = await asked(desktop, bench, { autopause: true });
    desktop.send(popup(one, 'opened'));
    const two = await asked(desktop, bench, { autopause: true });
    desktop.send(popup(two, 'opened'));
    expect(bench.panes()).toMatchObject({
      agent: { state: 'paused' },
      panes: [{ state: 'closed' }, { state: 'open' }],
    });
  });

  test('X-23: with multitab each has a window of its own', async () => {
    const bench = createBench();
    const desktop = bench.open();
    for (const multitab of [false, true, true])
      desktop.send(popup(await asked(desktop, bench, { multitab }), 'opened'));
    expect(bench.panes().panes.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });

  test('the windows of a tab that is gone are lost', async () => {
    const bench = createBench();
    const desktop = bench.open();
    desktop.send(popup(await asked(desktop, bench), 'opened'));
    desktop.tab.close();
    expect(bench.panes().panes).toMatchObject([{ state: 'closed' }]);
  });

  test('one whose moment comes while no desktop is open waits for a click', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await asked(desktop, bench, { event: 'EventReleased' });
    desktop.tab.close();
    await bench.clock.advance(10_000);
    expect(bench.panes().panes).toMatchObject([{ id, state: 'blocked' }]);
  });
});
