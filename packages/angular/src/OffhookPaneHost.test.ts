import { NgZone } from '@angular/core';
import { fireEvent, within } from '@testing-library/dom';
import axe from 'axe-core';
import { mode } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';
import { mountedPanes, paneProviders, selectedIn, titlesIn } from './testing/mountedPanes.js';
import { Panes } from './testing/Panes.js';
import { paneScene } from './testing/paneScene.js';
import { hydrated, renderedOnServer } from './testing/server.js';
import { whileListeningToConsole } from './testing/whileListeningToConsole.js';

afterEach(() => jest.restoreAllMocks());

describe(mode, () => {
  test('it is empty without a pane; a new one is selected as it comes, and the focus stays where it is', async () => {
    const { host, ring, end } = await mountedPanes();
    expect(host.querySelector('offhook-pane-host')?.childElementCount).toBe(0);
    ring('Ann');
    await settled();
    ring('Ben');
    await settled();
    expect(titlesIn(host)).toEqual(['Ben', 'Ann']);
    expect(selectedIn(host)).toBe('Ben');
    expect(document.activeElement).toBe(document.body);
    end();
  });

  test('tabs and panels name each other, by ids that no other host has; there is no style and no class', async () => {
    const [one, two] = [await mountedPanes('Ann', 'Ben'), await mountedPanes('Ann', 'Ben')];
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
      expect([...host.querySelectorAll('iframe')].map(({ title }) => title)).toEqual(['Ben', 'Ann']);
      const styled = host.querySelectorAll('offhook-pane-host *:not(iframe):is([style], [class])');
      expect(styled).toHaveLength(0);
    }
    const ids = [...document.querySelectorAll('[id*=panes]')].map(({ id }) => id);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
    for (const { end } of [one, two]) end();
  });

  test('axe finds nothing against it', async () => {
    jest.spyOn(window, 'open').mockReturnValue(null);
    const { host, end } = await mountedPanes('Ann', 'Ben', 'Window');
    expect(within(host).getAllByRole('alert')).toHaveLength(1);
    const { violations, passes } = await axe.run(host, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'best-practice'],
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['aria-required-children', 'button-name']),
    );
    end();
  });

  test('a page out of sight stays as it is, whatever comes and goes', async () => {
    const { host, phone, ids, ring, end } = await mountedPanes('Ann', 'Ben');
    const [ben, ann] = host.querySelectorAll('iframe');
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) touched.push(...addedNodes, ...removedNodes);
    });
    observer.observe(host, { childList: true, subtree: true });
    fireEvent.click(within(host).getByRole('tab', { name: 'Ann' }));
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
    end();
  });

  test('what a page says is no change detection: it is heard outside of Angular’s zone', async () => {
    const listening = jest.spyOn(window, 'addEventListener');
    const inside: boolean[] = [];
    listening.mockImplementation((type) => {
      if (type === 'message') inside.push(NgZone.isInAngularZone());
    });
    const { end } = await mountedPanes('Ann');
    expect(inside).toEqual([false]);
    end();
  });

  test('it says what it is told to, and other words at any time; a pane without a title has its host’s name', async () => {
    const { host, labels, end } = await mountedPanes('');
    expect(titlesIn(host)).toEqual(['crm.example']);
    labels.set({ panes: 'Fenster', close: 'Schließen' });
    await settled();
    within(host).getByRole('tablist', { name: 'Fenster' });
    within(host).getByRole('button', { name: 'Schließen' });
    labels.set(undefined);
    await settled();
    within(host).getByRole('tablist', { name: 'Panes' });
    within(host).getByRole('button', { name: 'Close pane' });
    end();
  });

  test('when it goes, nothing is left of it and the panes stay open; another host shows them', async () => {
    const { phone, observed, unmount } = await mountedPanes('Ann');
    unmount();
    expect(observed()).toEqual([]);
    expect(document.querySelector('iframe')).toBeNull();
    expect(phone.panes.all.value.map(({ state }) => state)).toEqual(['open']);
    const again = await mounted(Panes, paneProviders(phone));
    expect(titlesIn(again.host)).toEqual(['Ann']);
    again.unmount();
    phone.close();
  });

  test('hosts of two clients show each its own', async () => {
    const [one, two] = [await mountedPanes('Ann'), await mountedPanes('Ben')];
    expect([one, two].map(({ host }) => titlesIn(host))).toEqual([['Ann'], ['Ben']]);
    fireEvent.click(within(one.host).getByRole('button', { name: 'Close pane' }));
    await settled();
    expect([one, two].map(({ host }) => titlesIn(host))).toEqual([[], ['Ben']]);
    for (const { end } of [one, two]) end();
  });

  test('a server sends an empty element, which the page fills', async () => {
    const { phone, ring } = paneScene();
    ring('Ann');
    await settled();
    expect(phone.panes.ids.value).toHaveLength(1);
    const html = await renderedOnServer(Panes, paneProviders(phone));
    expect(html).not.toMatch(/role=|<button|<iframe/);
    const { result, complaints } = await whileListeningToConsole(() =>
      hydrated(html, Panes, paneProviders(phone)),
    );
    expect(complaints).toEqual([]);
    expect(result.reused).toBe(true);
    expect(titlesIn(document.body)).toEqual(['Ann']);
    result.unmount();
    phone.close();
  });
});
