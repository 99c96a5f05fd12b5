import { nextTick } from 'vue';
import { mount } from '@vue/test-utils';
import type { PaneLabels } from '@offhook/core';
import { PaneHost } from './index.js';
import { given } from './testing/given.js';
import {
  all,
  buttons,
  click,
  frame,
  hiddenOnes,
  press,
  selected,
  tab,
  tabNames,
} from './testing/paneElements.js';
import { paneOrigin, paneScene, popupWindow } from './testing/paneScene.js';

const ends: (() => void)[] = [];

function setUp(labels?: Partial<PaneLabels>) {
  const scene = paneScene();
  const parent = document.body.appendChild(document.createElement('main'));
  const wrapper = mount(PaneHost, {
    props: { class: 'panes', labels },
    attrs: { 'data-kind': 'host' },
    global: given(scene.phone),
    attachTo: parent,
  });
  const place = wrapper.element.parentElement ?? parent;
  const end = (): void => {
    if (!parent.isConnected) return;
    wrapper.unmount();
    parent.remove();
    scene.phone.close();
  };
  ends.push(end);
  return {
    ...scene,
    wrapper,
    place,
    end,
  };
}

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test('there is nothing while no call has a page, and bare elements once one has', async () => {
  const { place, comes, phone, attached } = setUp();
  expect(place.children).toHaveLength(0);
  const id = await comes('Ann');
  expect(attached).toEqual([id]);
  const [host] = place.children;
  expect(host?.getAttributeNames().sort()).toEqual(['class', 'data-kind']);
  for (const each of place.querySelectorAll('*:not(iframe)')) {
    expect(each.hasAttribute('style')).toBe(false);
    expect(each.hasAttribute('class')).toBe(each === host);
  }
  expect(frame('Ann')?.src).toBe(`${paneOrigin}/Ann`);
  phone.closePane(id);
  await nextTick();
  expect(place.children).toHaveLength(0);
});

test('tabs and panels name each other, by ids that no other host has', async () => {
  const scenes = [setUp(), setUp()];
  // The fake lines give the same ids to their calls.
  for (const scene of scenes) for (const name of ['Ann', 'Ben']) await scene.comes(name);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(8);
  for (const { place } of scenes) {
    const tabs = all('tab', place);
    const panels = all('tabpanel', place);
    expect(tabs.map((each) => each.getAttribute('aria-controls'))).toEqual(panels.map(({ id }) => id));
    expect(panels.map((each) => each.getAttribute('aria-labelledby'))).toEqual(tabs.map(({ id }) => id));
    expect(all('tablist', place).map((each) => each.getAttribute('aria-label'))).toEqual(['Panes']);
  }
});

test('the page that comes is selected, the focus stays, and the pages out of sight go on', async () => {
  const { comes, attachCount, attached, end } = setUp();
  await comes('Ann');
  const ann = frame('Ann');
  tab('Ann').focus();
  await comes('Ben');
  expect([tabNames(), selected()]).toEqual([['Ben', 'Ann'], 'Ben']);
  expect(document.activeElement).toBe(tab('Ann'));
  expect(hiddenOnes()).toEqual([false, true]);
  await click(tab('Ann'));
  expect(selected()).toBe('Ann');
  expect(hiddenOnes()).toEqual([true, false]);
  expect(frame('Ann')).toBe(ann);
  await comes('Cy');
  await click(tab('Ben'));
  expect(frame('Ann')).toBe(ann);
  expect(attachCount()).toBe(3);
  end();
  expect(attached).toEqual([]);
});

test('arrows, Home and End select a tab and focus it; only the selected one is in the tab order', async () => {
  const { comes } = setUp();
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
    expect(await press(key)).toBe(false);
    expect([selected(), document.activeElement?.textContent]).toEqual([name, name]);
    expect(all('tab').filter(({ tabIndex }) => tabIndex === 0)).toEqual([tab(name)]);
  }
  for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
    expect(await press('ArrowLeft', { [modifier]: true })).toBe(true);
  expect(await press('Escape')).toBe(true);
  expect(selected()).toBe('Ann');
});

test('a button closes the pane, and who had the focus in it finds it on the tab that is shown then', async () => {
  const { comes, phone, place } = setUp();
  const closed: string[] = [];
  phone.on('pane.closed', ({ pane }) => closed.push(pane.title ?? ''));
  for (const name of ['Ann', 'Ben', 'Cy']) await comes(name);
  const close = async (): Promise<void> => {
    const [button] = buttons('Close pane');
    button?.focus();
    await click(button);
  };
  await close();
  expect([closed, tabNames()]).toEqual([['Cy'], ['Ben', 'Ann']]);
  expect(document.activeElement).toBe(tab(selected() ?? ''));
  const input = document.body.appendChild(document.createElement('input'));
  input.focus();
  await click(buttons('Close pane')[0]);
  expect(document.activeElement).toBe(input);
  await close();
  expect(place.children).toHaveLength(0);
  input.remove();
});

test('a page that says that it is done leaves, and takes no other along', async () => {
  const { comes } = setUp();
  await comes('Ann');
  await comes('Ben');
  const [ann, ben] = [frame('Ann'), frame('Ben')];
  const says = async (source: Window | null | undefined, origin: string): Promise<void> => {
    const data = { type: 'offhook:pane-complete' };
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: source ?? null }));
    await nextTick();
  };
  await says(ben?.contentWindow, 'https://crm.example.evil');
  expect(tabNames()).toEqual(['Ben', 'Ann']);
  ben?.focus();
  expect(document.activeElement).toBe(ben);
  await says(ben?.contentWindow, paneOrigin);
  expect(tabNames()).toEqual(['Ann']);
  // Who worked in that page goes on here.
  expect(document.activeElement).toBe(tab('Ann'));
  expect(frame('Ann')).toBe(ann);
});

test('a popup has a tab too, and a panel that says where it is', async () => {
  const { popup, addresses } = popupWindow();
  jest.spyOn(window, 'open').mockReturnValue(popup);
  const { comes, attachCount } = setUp();
  await comes('Ann', { action: 'popup' });
  expect(addresses).toEqual([`${paneOrigin}/Ann`]);
  expect(tabNames()).toEqual(['Ann']);
  expect(all('tabpanel')[0]?.querySelector('p')?.textContent).toBe('Open in another window');
  expect([all('alert'), attachCount()]).toEqual([[], 0]);
  await click(buttons('Close pane')[0]);
  expect([popup.closed, all('tab')]).toEqual([true, []]);
});

test('a popup that was blocked is opened right in a click', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  const { comes } = setUp();
  await comes('Ann', { action: 'popup' });
  await comes('Ben', { action: 'popup' });
  expect(all('tablist')).toEqual([]);
  const [ben, ann] = all('alert');
  expect([ann?.textContent, ben?.textContent]).toEqual(['AnnOpen', 'BenOpen']);
  const { popup, addresses } = popupWindow();
  open.mockReturnValue(popup);
  const times = open.mock.calls.length;
  const [button] = buttons('Open', ben);
  button?.focus();
  button?.click();
  // Before anything else happens.
  expect(open).toHaveBeenCalledTimes(times + 1);
  await nextTick();
  expect(addresses).toEqual([`${paneOrigin}/Ben`]);
  expect(all('alert')).toEqual([ann]);
  expect(document.activeElement).toBe(tab('Ben'));
});

test('it says what it is told to say', async () => {
  jest.spyOn(window, 'open').mockReturnValueOnce(popupWindow().popup).mockReturnValue(null);
  const { comes, wrapper } = setUp({
    panes: 'Seiten',
    close: 'Schließen',
    popup: 'Anderswo',
    open: 'Öffnen',
  });
  await comes('Ann', { action: 'popup' });
  await comes('Ben', { action: 'popup', newTabEachTime: true });
  const texts = () => [
    document.querySelector('[role=tablist]')?.getAttribute('aria-label'),
    ...all('tabpanel').map(({ textContent }) => textContent),
    ...all('alert').map(({ textContent }) => textContent),
  ];
  expect(texts()).toEqual(['Seiten', 'AnderswoSchließen', 'BenÖffnen']);
  await wrapper.setProps({ labels: { close: 'Schließen' } });
  expect(texts()).toEqual(['Panes', 'Open in another windowSchließen', 'BenOpen']);
});
