import { OffhookError } from './model/error.js';
import type { TabsPort } from './ports/tabs.js';
import { paneSetUp } from './testing/paneSetUp.js';
import { settle } from './testing/promises.js';
import { sharedTabs } from './testing/sharedTabs.js';

/** Two tabs of one app, each with its own line to the same vendor. */
function twoTabs() {
  const shared = sharedTabs();
  const [one, two] = [shared.tab(), shared.tab()];
  const tabs = [paneSetUp({ tabs: one }), paneSetUp({ tabs: two })] as const;
  for (const { panes } of tabs) panes.show('fake:1');
  return { shared, one, two, tabs };
}

describe('over several tabs', () => {
  it('a call is asked about in one of them, and has one pane', async () => {
    const { tabs, shared } = twoTabs();
    const calls = tabs.map(({ line }) => line.ring({ id: '1' }));
    await settle();
    expect(shared.keys).toEqual(['pane fake:1']);
    expect(tabs.map(({ panes }) => panes.asked.length)).toEqual([1, 0]);
    expect(tabs.map(({ there }) => there())).toEqual([['fake:1 open'], []]);
    for (const call of calls) call.answer();
    for (const call of calls) call.end();
    await settle();
    expect(tabs.map(({ panes }) => panes.asked.length)).toEqual([1, 0]);
  });

  it('it is one that is seen', async () => {
    const { tabs, one } = twoTabs();
    one.isSeen = false;
    for (const { line } of tabs) line.ring({ id: '1' });
    await settle();
    expect(tabs.map(({ there }) => there())).toEqual([[], ['fake:1 open']]);
  });

  it('the same one asks at each moment, so that no two give a call a pane each', async () => {
    const { tabs } = twoTabs();
    const calls = tabs.map(({ line }) => line.ring({ id: '2' }));
    await settle();
    for (const { panes } of tabs) panes.show('fake:2');
    // The other one hears of it first.
    for (const call of [...calls].reverse()) call.answer();
    await settle();
    expect(tabs.map(({ panes }) => panes.asked.map(({ moment }) => moment))).toEqual([
      ['ringing', 'active'],
      [],
    ]);
    expect(tabs.map(({ there }) => there())).toEqual([['fake:2 open'], []]);
  });

  it('a call that became known while another tab looked after it is left to that', async () => {
    const { tabs, shared } = twoTabs();
    tabs[0].line.ring({ id: '1' });
    await settle();
    const late = paneSetUp({ tabs: shared.tab() });
    late.panes.show('fake:1');
    late.line.emit({ type: 'call', ids: ['1'], state: 'active', direction: 'inbound' });
    await settle();
    expect(late.there()).toEqual([]);
  });

  it('tabs that fail are told of, and there is no pane', async () => {
    const error = new OffhookError('aborted', 'The tabs were closed before it ran.');
    const tabs: TabsPort = { ...sharedTabs().tab(), runOnce: () => Promise.reject(error) };
    const { panes, ring, there, events, phone } = paneSetUp({ tabs });
    panes.show('fake:1');
    await ring();
    expect(there()).toEqual([]);
    expect(events.filter(({ type }) => type === 'error')).toMatchObject([{ error }]);
    phone.close();
  });
});
