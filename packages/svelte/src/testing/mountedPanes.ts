import { tick } from 'svelte';
import { render, within } from '@testing-library/svelte';
import { components, showing, type Mode } from './components.js';
import { paneScene } from './paneScene.js';

/** Lets what was promised come, and be shown. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await tick();
}

/** What the tabs of a host of panes say. */
export const titlesIn = (host: HTMLElement): readonly (string | null)[] =>
  within(host)
    .queryAllByRole('tab')
    .map((tab) => tab.textContent);

export const selectedIn = (host: HTMLElement): string | null =>
  within(host).getByRole('tab', { selected: true }).textContent;

/** A host of panes in the page, after these have called. */
export async function mountedPanes(mode: Mode, ...names: readonly string[]) {
  const { Root, Panes } = components[mode];
  const scene = paneScene();
  const { container, rerender, unmount } = render(Root, { props: showing(scene.phone, Panes, {}) });
  const host = container.querySelector('section');
  if (host === null) throw new Error('There is no host.');
  const ids: string[] = [];
  for (const name of names) {
    ids.push(scene.ring(name));
    await settled();
  }
  return { ...scene, host, ids, rerender, unmount };
}
