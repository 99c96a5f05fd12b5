import type { ReactNode } from 'react';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { Offhook, PaneLabels } from '@offhook/core';
import { OffhookProvider, PaneHost } from './index.js';
import { modes } from './testing/modes.js';
import { paneOrigin, paneScene, popupWindow } from './testing/paneScene.js';

const tab = (name: string) => screen.getByRole('tab', { name });
const tabNames = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);
const selected = () => screen.getByRole('tab', { selected: true }).textContent;
/** Every panel, in sight or not. */
const panels = () => screen.getAllByRole('tabpanel', { hidden: true });
const panel = (name: string) => document.getElementById(tab(name).getAttribute('aria-controls') ?? '');
const frame = (name: string) => panel(name)?.querySelector('iframe');
const hiddenOnes = () => panels().map(({ hidden }) => hidden);
const press = (key: string, more: object = {}) => {
  const { activeElement } = document;
  if (activeElement === null) throw new Error('Nothing has the focus.');
  return fireEvent.keyDown(activeElement, { key, ...more });
};

describe.each(modes)('%s', (_name, Mode) => {
  function setUp(first = paneScene()) {
    const show = (client: Offhook, labels?: Partial<PaneLabels>): ReactNode => (
      <Mode>
        <OffhookProvider client={client}>
          <PaneHost className="panes" data-kind="host" labels={labels} />
        </OffhookProvider>
      </Mode>
    );
    const { rerender, ...rendered } = render(show(first.phone));
    return {
      ...first,
      ...rendered,
      showAnew: (client: Offhook, labels?: Partial<PaneLabels>) => rerender(show(client, labels)),
    };
  }

  afterEach(() => jest.restoreAllMocks());

  test('there is nothing while no call has a page, and bare elements once one has', async () => {
    const { container, comes, phone, attached } = setUp();
    expect(container.innerHTML).toBe('');
    const id = await comes('Ann');
    expect(attached).toEqual([id]);
    const [host] = container.children;
    expect(host?.outerHTML).toMatch(/^<div class="panes" data-kind="host"><div role="tablist" /);
    for (const each of container.querySelectorAll('*:not(iframe)')) {
      expect(each.hasAttribute('style')).toBe(false);
      expect(each.hasAttribute('class')).toBe(each === host);
    }
    expect(frame('Ann')?.src).toBe(`${paneOrigin}/Ann`);
    act(() => phone.closePane(id));
    expect(container.innerHTML).toBe('');
    phone.close();
  });

  test('tabs and panels name each other, by ids that no other host has', async () => {
    const one = setUp();
    const two = setUp();
    // The fake lines give the same ids to their calls.
    for (const scene of [one, two]) for (const name of ['Ann', 'Ben']) await scene.comes(name);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(8);
    for (const { container } of [one, two]) {
      const tabs = within(container).getAllByRole('tab');
      const all = within(container).getAllByRole('tabpanel', { hidden: true });
      expect(tabs.map((each) => each.getAttribute('aria-controls'))).toEqual(all.map(({ id }) => id));
      expect(all.map((each) => each.getAttribute('aria-labelledby'))).toEqual(tabs.map(({ id }) => id));
      within(container).getByRole('tablist', { name: 'Panes' });
      within(container).getByRole('tabpanel', { name: 'Ben' });
    }
    for (const { phone } of [one, two]) phone.close();
  });

  test('the page that comes is selected, the focus stays, and the pages out of sight go on', async () => {
    const { comes, phone, attachCount, unmount, attached } = setUp();
    await comes('Ann');
    const ann = frame('Ann');
    tab('Ann').focus();
    await comes('Ben');
    expect([tabNames(), selected()]).toEqual([['Ben', 'Ann'], 'Ben']);
    expect(document.activeElement).toBe(tab('Ann'));
    expect(hiddenOnes()).toEqual([false, true]);
    fireEvent.click(tab('Ann'));
    expect(selected()).toBe('Ann');
    expect(hiddenOnes()).toEqual([true, false]);
    expect(frame('Ann')).toBe(ann);
    await comes('Cy');
    fireEvent.click(tab('Ben'));
    expect(frame('Ann')).toBe(ann);
    // In StrictMode too, where every effect begins twice.
    expect(attachCount()).toBe(3);
    unmount();
    await Promise.resolve();
    expect(attached).toEqual([]);
    phone.close();
  });

  test('arrows, Home and End select a tab and focus it; only the selected one is in the tab order', async () => {
    const { comes, phone } = setUp();
    for (const name of ['Ann', 'Ben', 'Cy']) await comes(name);
    tab('Cy').focus();
    const steps = [
      ['ArrowRight', 'Ben'],
      ['ArrowLeft', 'Cy'],
      ['ArrowLeft', 'Ann'],
      ['Home', 'Cy'],
      ['End', 'Ann'],
    ] as const;
    for (const [key, name] of steps) {
      // Prevented, or the page would scroll.
      expect(press(key)).toBe(false);
      expect([selected(), document.activeElement?.textContent]).toEqual([name, name]);
      expect(screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0)).toEqual([tab(name)]);
    }
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
      expect(press('ArrowLeft', { [modifier]: true })).toBe(true);
    expect(press('Escape')).toBe(true);
    expect(selected()).toBe('Ann');
    phone.close();
  });

  test('a button closes the pane, and who had the focus in it finds it on the tab that is shown then', async () => {
    const { comes, phone, container } = setUp();
    const closed: string[] = [];
    phone.on('pane.closed', ({ pane }) => closed.push(pane.title ?? ''));
    for (const name of ['Ann', 'Ben', 'Cy']) await comes(name);
    const close = (): void => {
      const button = screen.getByRole('button', { name: 'Close pane' });
      button.focus();
      fireEvent.click(button);
    };
    close();
    expect([closed, tabNames()]).toEqual([['Cy'], ['Ben', 'Ann']]);
    expect(document.activeElement).toBe(tab(selected()));
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    fireEvent.click(screen.getByRole('button', { name: 'Close pane' }));
    expect(document.activeElement).toBe(input);
    close();
    expect(container.innerHTML).toBe('');
    input.remove();
    phone.close();
  });

  test('a page that says that it is done leaves, and takes no other along', async () => {
    const { comes, phone } = setUp();
    await comes('Ann');
    await comes('Ben');
    const [ann, ben] = [frame('Ann'), frame('Ben')];
    const says = (source: Window | null | undefined, origin: string) =>
      act(() => {
        const data = { type: 'offhook:pane-complete' };
        window.dispatchEvent(new MessageEvent('message', { data, origin, source: source ?? null }));
      });
    says(ben?.contentWindow, 'https://crm.example.evil');
    expect(tabNames()).toEqual(['Ben', 'Ann']);
    ben?.focus();
    expect(document.activeElement).toBe(ben);
    says(ben?.contentWindow, paneOrigin);
    expect(tabNames()).toEqual(['Ann']);
    // Who worked in that page goes on here.
    expect(document.activeElement).toBe(tab('Ann'));
    expect(frame('Ann')).toBe(ann);
    phone.close();
  });

  test('a popup has a tab too, and a panel that says where it is', async () => {
    const { popup, addresses } = popupWindow();
    jest.spyOn(window, 'open').mockReturnValue(popup);
    const { comes, phone, attachCount } = setUp();
    await comes('Ann', { action: 'popup' });
    expect(addresses).toEqual([`${paneOrigin}/Ann`]);
    expect(
      within(screen.getByRole('tabpanel', { name: 'Ann' })).getByText('Open in another window'),
    ).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(attachCount()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Close pane' }));
    expect([popup.closed, screen.queryByRole('tab')]).toEqual([true, null]);
    phone.close();
  });

  test('a popup that was blocked is opened right in a click', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(null);
    const { comes, phone } = setUp();
    await comes('Ann', { action: 'popup' });
    await comes('Ben', { action: 'popup' });
    expect(screen.queryByRole('tablist')).toBeNull();
    const [ben, ann] = screen.getAllByRole('alert');
    expect([ann?.textContent, ben?.textContent]).toEqual(['AnnOpen', 'BenOpen']);
    const { popup, addresses } = popupWindow();
    open.mockReturnValue(popup);
    const times = open.mock.calls.length;
    const button = within(ben!).getByRole('button', { name: 'Open' });
    button.focus();
    act(() => {
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      // Before the click is over.
      expect(open).toHaveBeenCalledTimes(times + 1);
    });
    expect(addresses).toEqual([`${paneOrigin}/Ben`]);
    expect(screen.getAllByRole('alert')).toEqual([ann]);
    expect(document.activeElement).toBe(tab('Ben'));
    phone.close();
  });

  test('it says what it is told to say', async () => {
    jest.spyOn(window, 'open').mockReturnValueOnce(popupWindow().popup).mockReturnValue(null);
    const { comes, phone, showAnew } = setUp();
    await comes('Ann', { action: 'popup' });
    await comes('Ben', { action: 'popup', newTabEachTime: true });
    showAnew(phone, { panes: 'Seiten', close: 'Schließen', popup: 'Anderswo', open: 'Öffnen' });
    screen.getByRole('tablist', { name: 'Seiten' });
    screen.getByRole('button', { name: 'Schließen' });
    screen.getByRole('button', { name: 'Öffnen' });
    screen.getByText('Anderswo');
    showAnew(phone, { close: 'Schließen' });
    screen.getByRole('tablist', { name: 'Panes' });
    screen.getByRole('button', { name: 'Schließen' });
    phone.close();
  });

  test('another client shows its own pages', async () => {
    const one = setUp();
    const two = paneScene();
    await one.comes('Ann');
    const ben = await two.comes('Ben');
    one.showAnew(two.phone);
    await act(async () => {});
    expect([tabNames(), one.attached, two.attached]).toEqual([['Ben'], [], [ben]]);
    expect([...document.querySelectorAll('iframe')].map(({ src }) => src)).toEqual([`${paneOrigin}/Ben`]);
    for (const { phone } of [one, two]) phone.close();
  });
});
