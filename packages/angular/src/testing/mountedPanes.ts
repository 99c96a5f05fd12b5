import { signal } from '@angular/core';
import { within } from '@testing-library/dom';
import type { Offhook, PaneLabels } from '@offhook/core';
import { provideOffhook } from '../index.js';
import { mounted, settled } from './mounted.js';
import { Panes, shownPanes, type ShownPanes } from './Panes.js';
import { paneScene } from './paneScene.js';

type Labels = Partial<PaneLabels> | undefined;

/** What the tabs of a host of panes say. */
export const titlesIn = (host: HTMLElement): readonly (string | null)[] =>
  within(host)
    .queryAllByRole('tab')
    .map((tab) => tab.textContent);

export const selectedIn = (host: HTMLElement): string | null =>
  within(host).getByRole('tab', { selected: true }).textContent;

/** What an app needs that shows a host of panes. */
export const paneProviders = (phone: Offhook, labels = signal<Labels>(undefined)) => [
  provideOffhook(phone),
  { provide: shownPanes, useValue: { labels } satisfies ShownPanes },
];

/** A host of panes in the page, after these have called. */
export async function mountedPanes(...names: readonly string[]) {
  const scene = paneScene();
  const labels = signal<Labels>(undefined);
  const { host, unmount } = await mounted(Panes, paneProviders(scene.phone, labels));
  const ids: string[] = [];
  for (const name of names) {
    ids.push(scene.ring(name));
    await settled();
  }
  const end = (): void => {
    unmount();
    scene.phone.close();
  };
  return { ...scene, host, ids, labels, unmount, end };
}
