/** @jest-environment jsdom */
import { configure, fireEvent, getByRole, within } from '@testing-library/dom';
import { answerOf, openTestPage, type TestPage } from './test-page.js';

// Nothing here is hidden by style but panels; asking for it takes most of the time.
configure({ defaultHidden: true });

let open: TestPage;
beforeEach(async () => {
  open = await openTestPage();
});
afterEach(() => open.close());

const ring = async (request: Readonly<Record<string, unknown>> = {}) => {
  const id = await open.bench.inbound(request);
  await open.settle();
  return id;
};
const answerWith = (answer: object) => {
  open.service = () => Promise.resolve(answerOf(answer));
};
const frames = () => [...document.querySelectorAll('iframe')];

describe('panes in the page', () => {
  test('X-14 X-24: a tab with the title, and a panel with the page in a sandbox', async () => {
    await ring();
    const tab = getByRole(open.root, 'tab', { name: 'Customer' });
    const panel = getByRole(open.root, 'tabpanel', { name: 'Customer' });
    expect(getByRole(open.root, 'tablist', { name: 'Panes' }).contains(tab)).toBe(true);
    expect([tab.getAttribute('aria-selected'), tab.getAttribute('aria-controls')]).toEqual([
      'true',
      panel.id,
    ]);
    const frame = panel.querySelector('iframe');
    expect([frame?.src, frame?.title, frame?.referrerPolicy]).toEqual([
      'http://localhost:4306/pane',
      'Customer',
      'no-referrer',
    ]);
    const sandbox = frame?.getAttribute('sandbox')?.split(' ') ?? [];
    expect(sandbox).toContain('allow-scripts');
    expect(sandbox.filter((token) => token.startsWith('allow-top-navigation'))).toEqual([]);
  });

  test('X-14: a page of the desktop’s own origin gets no origin', async () => {
    answerWith({ action: 'open', url: `${window.location.origin}/own` });
    await ring();
    expect(frames()[0]?.getAttribute('sandbox')).not.toContain('allow-same-origin');
  });

  test('X-29 X-32: the pane’s own window completes it, another pane’s doesn’t, and no other is touched', async () => {
    answerWith({ action: 'open', url: '/one', title: 'One' });
    const one = await ring();
    answerWith({ action: 'open', url: 'https://two.example/', title: 'Two' });
    await ring();
    const [first, second] = frames();
    await open.hear(second?.contentWindow, 'closeThirdParty', 'http://localhost:4306');
    expect(open.tabs()).toEqual(['One', 'Two']);
    await open.hear(first?.contentWindow, 'closeThirdParty', 'http://localhost:4306');
    expect(open.tabs()).toEqual(['Two']);
    expect(frames()).toEqual([second]);
    expect(open.bench.panes().panes).toMatchObject([{ id: one, state: 'completed' }, { state: 'open' }]);
  });

  test('X-29: the desktop’s own messages and those of strangers complete nothing', async () => {
    await ring();
    await open.hear(window, 'closeThirdParty');
    await open.hear({ other: 'window' }, 'closeThirdParty');
    expect(open.tabs()).toEqual(['Customer']);
    expect(open.bench.control.frames('demo')).toHaveLength(1);
  });

  test('a message that is too large or no JSON is told by its size or in words', async () => {
    await ring();
    const source = frames()[0]?.contentWindow;
    await open.hear(source, 'x'.repeat(200_000));
    await open.hear(source, 10n);
    expect(open.bench.control.frames('demo').map(({ data }) => data)).toEqual([
      { omitted: 200_002 },
      { unserialisable: '10' },
    ]);
  });

  test('X-32: keys go along the tabs, and a pane that comes is shown without taking the focus', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      answerWith({ action: 'open', url: '/pane', title });
      await ring();
    }
    const tab = (name: string) => getByRole(open.root, 'tab', { name });
    expect(document.activeElement).toBe(document.body);
    tab('Three').focus();
    fireEvent.keyDown(tab('Three'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(tab('One'));
    fireEvent.keyDown(tab('One'), { key: 'ArrowLeft' });
    fireEvent.keyDown(tab('Three'), { key: 'Home' });
    fireEvent.keyDown(tab('One'), { key: 'End' });
    expect([document.activeElement, tab('Three').tabIndex, tab('One').tabIndex]).toEqual([
      tab('Three'),
      0,
      -1,
    ]);
    tab('Two').click();
    const hidden = within(open.root)
      .getAllByRole('tabpanel')
      .map((panel) => panel.hidden);
    expect(hidden).toEqual([true, false, true]);
  });

  test('a person may close a pane', async () => {
    await ring();
    await open.press('Close pane');
    expect([open.tabs(), open.bench.panes().panes[0]?.state]).toEqual([[], 'closed']);
  });

  test('X-32: a tab of the desktop that isn’t the last focused shows none, and gets them back by a click', async () => {
    await ring();
    open.bench.open();
    await open.settle();
    expect([open.tabs(), frames()]).toEqual([[], []]);
    expect(getByRole(open.root, 'region', { name: 'Panes' }).textContent).toContain('used last');
    open.desktop.send({ kind: 'focus' });
    await open.settle();
    expect(open.tabs()).toEqual(['Customer']);
  });
});

describe('popups of the page', () => {
  const popup = (more: object = {}) =>
    answerWith({ action: 'popup', url: '/pane', title: 'Customer', ...more });

  test('X-15 X-29: opens a window with an opener, whose completion closes it', async () => {
    popup();
    await ring();
    const [opened] = open.windows;
    expect(opened).toMatchObject({ url: 'http://localhost:4306/pane', name: 'xivo-demo' });
    expect(open.tabs()).toEqual(['Customer']);
    await open.bench.control.emit({ frame: { hello: 1 } });
    await open.settle();
    expect(opened?.posted).toEqual([{ data: { hello: 1 }, origin: 'http://localhost:4306' }]);
    await open.hear(opened, 'closeThirdParty');
    expect([open.tabs(), opened?.closed]).toEqual([[], true]);
  });

  test('X-15: one that the browser blocks is an alert with a button, which opens it', async () => {
    popup({ autopause: true });
    open.allows = false;
    await ring();
    const alert = within(open.root)
      .getAllByRole('alert')
      .find(({ textContent }) => textContent.includes('blocked the window'));
    expect([open.tabs(), open.status()]).toEqual([[], 'Ready']);
    open.allows = true;
    if (alert) within(alert).getByRole('button', { name: 'Open Customer' }).click();
    expect(open.windows).toHaveLength(1);
    await open.settle();
    expect([open.tabs(), open.status()]).toEqual([['Customer'], 'On pause']);
  });

  test('X-23: the next call reuses the window unless multitab, and no window is closed by that', async () => {
    popup();
    await ring();
    popup({ url: '/second' });
    await ring();
    expect(open.windows).toMatchObject([{ url: 'http://localhost:4306/second', closed: false }]);
    expect(open.bench.panes().panes.map(({ state }) => state)).toEqual(['closed', 'open']);
    popup({ multitab: true });
    await ring();
    await ring();
    expect(open.windows.map(({ name, closed }) => [name, closed])).toEqual([
      ['xivo-demo', false],
      ['_blank', false],
      ['_blank', false],
    ]);
  });

  test('X-29: a window that somebody closes is found out', async () => {
    popup();
    await ring();
    const [opened] = open.windows;
    if (opened) opened.closed = true;
    open.page.tick();
    await open.settle();
    expect([open.tabs(), open.bench.panes().panes[0]?.state]).toEqual([[], 'closed']);
  });
});
