import { flushSync, hydrate, unmount as unmountApp } from 'svelte';
import { fireEvent, render, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { paneHost } from './index.js';
import { components, modes, showing } from './testing/components.js';
import { mountedPanes, selectedIn, settled, titlesIn } from './testing/mountedPanes.js';
import { paneScene } from './testing/paneScene.js';
import { renderOnServer } from './testing/renderOnServer.js';
import { whileListening } from './testing/whileListening.js';

afterEach(() => jest.restoreAllMocks());

describe.each(modes)('with components of the kind %s', (mode) => {
  const { Root, Panes } = components[mode];
  const setUp = (...names: readonly string[]) => mountedPanes(mode, ...names);

  test('it is empty without a pane; a new one is selected as it comes, and the focus stays where it is', async () => {
    const { host, phone, ring, unmount } = await setUp();
    expect(host.childElementCount).toBe(0);
    ring('Ann');
    await settled();
    ring('Ben');
    await settled();
    expect(titlesIn(host)).toEqual(['Ben', 'Ann']);
    expect(selectedIn(host)).toBe('Ben');
    expect(document.activeElement).toBe(document.body);
    unmount();
    phone.close();
  });

  test('tabs and panels name each other, by ids that no other host has; there is no style and no class', async () => {
    const [one, two] = [await setUp('Ann', 'Ben'), await setUp('Ann', 'Ben')];
    for (const { host } of [one, two]) {
      expect(within(host).getByRole('tablist', { name: 'Panes' }).childElementCount).toBe(2);
      const panels = within(host).getAllByRole('tabpanel', { hidden: true });
      expect(panels.map((panel) => panel.hidden)).toEqual([false, true]);
      within(host)
        .getAllByRole('tab')
        .forEach((tab, index) => {
          expect(tab.getAttribute('aria-controls')).toBe(panels[index]?.id);
          expect(panels[index]?.getAttribute('aria-labelledby')).toBe(tab.id);
        });
      const frames = [...host.querySelectorAll('iframe')];
      expect(frames.map(({ title }) => title)).toEqual(['Ben', 'Ann']);
      for (const each of host.querySelectorAll('*:not(iframe)')) {
        expect([each.getAttribute('style'), each.getAttribute('class')]).toEqual([null, null]);
      }
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
    for (const { unmount, phone } of [one, two]) {
      unmount();
      phone.close();
    }
  });

  test('axe finds nothing against it', async () => {
    jest.spyOn(window, 'open').mockReturnValue(null);
    const { host, phone, unmount } = await setUp('Ann', 'Ben', 'Window');
    expect(within(host).getAllByRole('alert')).toHaveLength(1);
    const { violations } = await axe.run(host, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'best-practice'],
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    unmount();
    phone.close();
  });

  test('a page out of sight stays as it is, whatever comes and goes', async () => {
    const { host, phone, ids, ring, unmount } = await setUp('Ann', 'Ben');
    const [ben, ann] = host.querySelectorAll('iframe');
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) touched.push(...addedNodes, ...removedNodes);
    });
    observer.observe(host, { childList: true, subtree: true });
    await fireEvent.click(within(host).getByRole('tab', { name: 'Ann' }));
    await settled();
    expect(
      within(host)
        .getByRole('tabpanel')
        .contains(ann ?? null),
    ).toBe(true);
    ring('Cem');
    await settled();
    phone.closePane(ids[1] ?? '');
    await settled();
    observer.disconnect();
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.some((node) => node.contains(ann ?? null))).toBe(false);
    expect([ann?.isConnected, ben?.isConnected]).toEqual([true, false]);
    unmount();
    phone.close();
  });

  test('it says what it is told to, and other words at any time; a pane without a title has its host’s name', async () => {
    const { host, phone, rerender, unmount } = await setUp('');
    expect(titlesIn(host)).toEqual(['crm.example']);
    await rerender(showing(phone, Panes, { labels: { panes: 'Fenster', close: 'Schließen' } }));
    within(host).getByRole('tablist', { name: 'Fenster' });
    within(host).getByRole('button', { name: 'Schließen' });
    await rerender(showing(phone, Panes, { labels: undefined }));
    within(host).getByRole('tablist', { name: 'Panes' });
    within(host).getByRole('button', { name: 'Close pane' });
    unmount();
    phone.close();
  });

  test('when it goes, nothing is left of it and the panes stay open; another host shows them', async () => {
    const first = await setUp('Ann');
    const { phone, observed } = first;
    first.unmount();
    expect(observed()).toEqual([]);
    expect(first.host.childElementCount).toBe(0);
    expect(phone.panes.all.value.map(({ state }) => state)).toEqual(['open']);
    const { container, unmount } = render(Root, { props: showing(phone, Panes, {}) });
    await settled();
    expect(titlesIn(container)).toEqual(['Ann']);
    unmount();
    phone.close();
  });

  test('hosts of two clients show each its own', async () => {
    const [one, two] = [await setUp('Ann'), await setUp('Ben')];
    expect([one, two].map(({ host }) => titlesIn(host))).toEqual([['Ann'], ['Ben']]);
    await fireEvent.click(within(one.host).getByRole('button', { name: 'Close pane' }));
    await settled();
    expect([one, two].map(({ host }) => titlesIn(host))).toEqual([[], ['Ben']]);
    for (const { unmount, phone } of [one, two]) {
      unmount();
      phone.close();
    }
  });

  test('a server sends an empty element, which the page fills', async () => {
    const { phone, ring } = paneScene();
    ring('Ann');
    await settled();
    expect(phone.panes.ids.value).toHaveLength(1);
    const target = document.body.appendChild(document.createElement('div'));
    target.innerHTML = renderOnServer(mode, phone, (server) => server.components[mode].Panes, {});
    const sent = target.querySelector('section');
    expect(sent?.childNodes).toHaveLength(0);
    const { result: app, complaints } = whileListening(() => {
      const hydrated = hydrate(Root, { target, props: showing(phone, Panes, {}) });
      flushSync();
      return hydrated;
    });
    expect(complaints).toEqual([]);
    expect(target.querySelector('section')).toBe(sent);
    expect(titlesIn(target)).toEqual(['Ann']);
    await unmountApp(app);
    target.remove();
    phone.close();
  });
});

test('an element may be given its client, and options that are left out later', async () => {
  const { phone, ring } = paneScene();
  const element = document.body.appendChild(document.createElement('div'));
  const { update, destroy } = paneHost(element, { client: phone, labels: { close: 'Away' } });
  ring('Ann');
  await settled();
  within(element).getByRole('button', { name: 'Away' });
  update?.(undefined);
  within(element).getByRole('button', { name: 'Close pane' });
  destroy?.();
  expect(element.childElementCount).toBe(0);
  element.remove();
  phone.close();
});
