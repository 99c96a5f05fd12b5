import { createOffhook, paneRules, type PaneMoment } from '../index.js';
import { countingIds, fakeConnector, virtualClock } from '@offhook/testing';
import { paneSetUp } from '../testing/paneSetUp.js';
import { settle } from '../testing/promises.js';
import { paneTabs } from './paneTabs.js';

function setUp() {
  const line = fakeConnector();
  const moments = new Map<string, PaneMoment>();
  const phone = createOffhook({
    connectors: [line],
    clock: virtualClock(),
    ids: countingIds(),
    panes: paneRules({
      origins: ['https://crm.example'],
      run: () => new Promise(() => {}),
      rules: (['ringing', 'active'] as const).map((on) => ({
        on,
        pane: ({ vendorIds: [id = ''] }) =>
          (moments.get(id) ?? 'ringing') === on
            ? {
                action: id === 'program' ? ('run' as const) : ('open' as const),
                url: `https://crm.example/${id}`,
              }
            : undefined,
      })),
    }),
  });
  const tabs = paneTabs(phone);
  return {
    phone,
    tabs,
    /** A call comes, and its page when its moment comes. */
    async comes(id: string, on: PaneMoment = 'ringing') {
      moments.set(id, on);
      const call = line.ring({ id });
      await settle();
      return call;
    },
    /** The tabs, with the selected one in brackets. */
    shown: () =>
      tabs.state.value.tabs
        .map(({ id }) => id.replace('fake:', ''))
        .map((id) => (tabs.state.value.selected === `fake:${id}` ? `[${id}]` : id))
        .join(' '),
  };
}

test('what comes is selected, until somebody chooses', async () => {
  const { tabs, shown, comes, phone } = setUp();
  expect(shown()).toBe('');
  for (const id of ['a', 'b']) await comes(id);
  expect(shown()).toBe('[b] a');
  tabs.select('fake:a');
  expect(shown()).toBe('b [a]');
  await comes('c');
  expect(shown()).toBe('[c] b a');
  phone.close();
});

test('when the selected one leaves, the one that was chosen before is selected, or else the first', async () => {
  const { tabs, shown, comes } = setUp();
  for (const id of ['a', 'b']) await comes(id);
  tabs.select('fake:a');
  await comes('c');
  tabs.close('fake:c');
  expect(shown()).toBe('b [a]');
  tabs.complete('fake:a');
  expect(shown()).toBe('[b]');
  tabs.close('fake:b');
  expect([shown(), tabs.state.value.selected]).toEqual(['', undefined]);
});

test('keys lead from the selected tab, and others mean nothing', async () => {
  const { tabs, shown, comes } = setUp();
  expect(tabs.selectByKey('Home')).toBeUndefined();
  for (const id of ['a', 'b', 'c']) await comes(id);
  expect(['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Home', 'End'].map(tabs.selectByKey)).toEqual(
    ['b', 'c', 'a', 'c', 'a'].map((id) => `fake:${id}`),
  );
  expect(['Enter', 'a', 'ArrowUp'].map(tabs.selectByKey)).toEqual([undefined, undefined, undefined]);
  expect(shown()).toBe('c b [a]');
});

test('a program has no tab, and what changes no tab tells nobody', async () => {
  const { tabs, shown, comes } = setUp();
  await comes('a');
  let told = 0;
  tabs.state.listen(() => (told += 1));
  await comes('program');
  await comes('b', 'active');
  expect([shown(), told]).toEqual(['[a]', 0]);
  tabs.select('fake:a');
  expect(told).toBe(0);
});

test('a selection that was read by nobody in between is the same, and a server has none', async () => {
  const { tabs, comes, phone } = setUp();
  await comes('a');
  const before = tabs.state.value;
  expect(tabs.state.value).toBe(before);
  expect(tabs.state.initial).toEqual({ tabs: [], selected: undefined, blocked: [] });
  expect(paneTabs(phone).state.value.selected).toBe('fake:a');
});

test('one that waited is new when it opens, and no tab changes places', async () => {
  const { phone, panes, ring } = paneSetUp();
  const { state } = paneTabs(phone);
  panes.show('fake:a', { on: 'active' });
  panes.show('fake:b');
  const call = await ring('a');
  await ring('b');
  expect(state.value).toMatchObject({ tabs: [{ id: 'fake:b' }], selected: 'fake:b' });
  call.answer();
  expect(state.value).toMatchObject({ tabs: [{ id: 'fake:a' }, { id: 'fake:b' }], selected: 'fake:a' });
});
