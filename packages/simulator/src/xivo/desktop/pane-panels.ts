import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { PaneView } from '../desktop-view.js';
import { panelId, tabId } from './pane-tabs.js';

/** A pane's page may run, but not navigate the desktop. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';
/** One of the desktop's own origin could take its sandbox off. */
const SANDBOX_OF_OWN = SANDBOX.replace('allow-same-origin ', '');

function frameOf(pane: PaneView): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = pane.title;
  frame.setAttribute(
    'sandbox',
    new URL(pane.url).origin === window.location.origin ? SANDBOX_OF_OWN : SANDBOX,
  );
  frame.referrerPolicy = 'no-referrer';
  frame.src = pane.url;
  return frame;
}

/** Where a page is from; its path and query may hold what nobody should read over a shoulder. */
function bar(pane: PaneView): HTMLElement {
  return h(
    'div',
    { class: 'pane-bar' },
    h('span', { class: 'soft' }, new URL(pane.url).origin),
    button({ label: 'Close pane', act: 'close-pane', data: { id: pane.id }, icon: 'close' }),
  );
}

function popupNote(pane: PaneView): HTMLElement {
  return h(
    'div',
    { class: 'empty' },
    h('p', {}, 'Open in another window.'),
    button({ label: 'Show window', act: 'show-window', data: { id: pane.id } }),
  );
}

/** The panels of the tabs. They are never repainted or moved: an iframe that moves loads its page anew. */
export interface PanePanels {
  show(panes: readonly PaneView[], selected: string | undefined): void;
  /** Whose iframe this window is. */
  paneOf(source: MessageEventSource): string | undefined;
  windowOf(pane: string): Window | undefined;
}

export function createPanePanels(container: HTMLElement): PanePanels {
  const panels = new Map<string, { readonly panel: HTMLElement; readonly frame?: HTMLIFrameElement }>();

  function add(pane: PaneView) {
    const panel = h(
      'div',
      { role: 'tabpanel', id: panelId(pane.id), 'aria-labelledby': tabId(pane.id) },
      bar(pane),
    );
    const frame = pane.action === 'open' ? frameOf(pane) : undefined;
    panel.append(frame ?? popupNote(pane));
    panels.set(pane.id, { panel, ...(frame ? { frame } : {}) });
    container.append(panel);
  }

  return {
    show(panes, selected) {
      for (const [id, { panel }] of panels) {
        if (panes.some((pane) => pane.id === id)) continue;
        panel.remove();
        panels.delete(id);
      }
      for (const pane of panes) if (!panels.has(pane.id)) add(pane);
      for (const [id, { panel }] of panels) panel.hidden = id !== selected;
    },
    paneOf(source) {
      for (const [id, { frame }] of panels) if (frame?.contentWindow === source) return id;
      return undefined;
    },
    windowOf: (pane) => panels.get(pane)?.frame?.contentWindow ?? undefined,
  };
}
