import type { ActionReturn } from 'svelte/action';
import { paneLabels, paneTabs, type Offhook, type PaneLabels } from '@offhook/core';
import { getOffhook } from './getOffhook.js';
import { paneHostView } from './paneHostView.js';

/** What the action `paneHost` may be given. */
export interface PaneHostOptions {
  /** What it says, where that isn't core's English. */
  readonly labels?: Partial<PaneLabels> | undefined;
  /** For Svelte 4, where an action sees the client only if the app's root component has set it. */
  readonly client?: Offhook | undefined;
}

/**
 * Makes an element the place on the page where panes are shown: as tabs, of which a new one is selected as it comes.
 * The element is empty while there is no pane, and on a server. What is put into it are bare elements with roles: a
 * `tablist`, a `tabpanel` for each open pane, and an `alert` for each popup that the browser has blocked. When the
 * element goes, the pages in it go too; the panes stay open, and another host shows them.
 *
 * @throws OffhookError `invalid-state` where no component above has called `setOffhook`.
 * @example
 * // <section use:paneHost></section>
 * // <section use:paneHost={{ labels: { panes: 'Fenster', close: 'Schließen' } }}></section>
 */
export function paneHost(
  element: HTMLElement,
  { client = getOffhook(), labels }: PaneHostOptions = {},
): ActionReturn<PaneHostOptions | undefined> {
  const panes = paneTabs(client);
  const view = paneHostView(element, client.attachPane, panes);
  let words: PaneLabels = { ...paneLabels, ...labels };
  const show = (): void => view.show(panes.state.value, words);
  const leave = panes.state.listen(show);
  show();
  return {
    update({ labels } = {}) {
      words = { ...paneLabels, ...labels };
      show();
    },
    destroy() {
      leave();
      view.clear();
    },
  };
}
