import { h } from '../../page/element.js';
import type { DesktopView, PaneView } from '../desktop-view.js';
import { button } from '../../page/button.js';
import { shownPanes, type FaceState } from './face-state.js';

export const tabId = (pane: string): string => `tab-${pane}`;
export const panelId = (pane: string): string => `panel-${pane}`;

function tab(pane: PaneView, selected: boolean): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: tabId(pane.id),
      'aria-controls': panelId(pane.id),
      'aria-selected': String(selected),
      tabindex: selected ? '0' : '-1',
      'data-act': 'select-pane',
      'data-id': pane.id,
      'data-key': pane.id,
    },
    pane.title,
  );
}

/** A window that the browser did not allow; a click does. */
function blocked(pane: PaneView): HTMLElement {
  return h(
    'div',
    { class: 'blocked', role: 'alert', 'data-key': `blocked ${pane.id}` },
    h('span', {}, `The browser blocked the window of “${pane.title}”.`),
    button({
      label: 'Open',
      name: `Open ${pane.title}`,
      act: 'open-popup',
      data: { id: pane.id },
      kind: 'primary',
    }),
  );
}

function emptyText(view: DesktopView): string {
  if (view.assistant) return 'The assistant has no panes: they open in the agent desktop.';
  if (!view.active)
    return 'Panes show in the desktop’s tab that was used last. Click here to have them in this one.';
  if (view.service === '') return 'No pane is open, and no web service is configured (THIRD_PARTY_URL).';
  return 'No pane is open. When a call rings, the web service says what to open:';
}

/** A tab for each open pane, with what should be said above them. */
export function paneTabs(face: FaceState): HTMLElement {
  const { view, selected } = face;
  const panes = shownPanes(face);
  return h(
    'div',
    { id: 'pane-tabs' },
    h('h2', { id: 'work-title', class: panes.length > 0 ? 'sr' : undefined }, 'Panes'),
    view?.active && view.panes.filter(({ state }) => state === 'blocked').map(blocked),
    panes.length > 0 &&
      h(
        'div',
        { class: 'tabs', role: 'tablist', 'aria-label': 'Panes', 'data-key': 'tablist' },
        panes.map((pane) => tab(pane, pane.id === selected)),
      ),
    view &&
      panes.length === 0 &&
      h(
        'div',
        { class: 'empty', 'data-key': 'none' },
        h('p', {}, emptyText(view)),
        view.active && view.service !== '' && h('code', {}, view.service),
      ),
  );
}
