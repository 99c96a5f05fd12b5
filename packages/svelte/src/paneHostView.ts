import {
  paneTitle,
  type Offhook,
  type Pane,
  type PaneLabels,
  type PaneTabs,
  type PaneTabsState,
} from '@offhook/core';

/** What an element shows of the panes, and how it is made to show something else. */
interface PaneHostView {
  show(state: PaneTabsState, labels: PaneLabels): void;
  clear(): void;
}

/** What one pane has in the page. */
interface PaneView {
  /** Its panel or its alert. */
  readonly element: HTMLElement;
  readonly tab?: HTMLElement;
  show(pane: Pane, labels: PaneLabels): void;
  /** It is in the page now. */
  begin(): void;
  leave(): void;
}

let hosts = 0;

/** Shows panes by plain elements: this package publishes no compiled components, so that Svelte 4 and 5 can use it. */
export function paneHostView(
  host: HTMLElement,
  attachPane: Offhook['attachPane'],
  panes: PaneTabs,
): PaneHostView {
  const prefix = `offhook-svelte-panes-${(hosts += 1)}`;
  const open = new Map<string, PaneView & { readonly tab: HTMLElement }>();
  const blocked = new Map<string, PaneView>();
  let made = 0;

  const tablist = elementOf('div', { role: 'tablist' });
  tablist.addEventListener('keydown', (event) => {
    // With one of these it is the browser's: Alt and an arrow go back in its history.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = panes.selectByKey(event.key);
    if (id === undefined) return;
    event.preventDefault();
    open.get(id)?.tab.focus();
  });

  function newTab({ id, action }: Pane): PaneView & { readonly tab: HTMLElement } {
    const [tabId, panelId] = [`${prefix}-tab-${(made += 1)}`, `${prefix}-panel-${made}`];
    const tab = elementOf('button', { type: 'button', role: 'tab', id: tabId, 'aria-controls': panelId });
    tab.addEventListener('click', () => panes.select(id));
    const isPopup = action === 'popup';
    const page = elementOf(isPopup ? 'p' : 'div');
    const close = elementOf('button', { type: 'button' });
    close.addEventListener('click', () => panes.close(id));
    const panel = elementOf('div', { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId });
    panel.append(page, close);
    let detach: (() => void) | undefined;
    return {
      tab,
      element: panel,
      show(pane, labels) {
        say(tab, paneTitle(pane));
        say(close, labels.close);
        if (isPopup) say(page, labels.popup);
      },
      begin() {
        if (!isPopup) detach ??= attachPane(page, id);
      },
      leave: () => detach?.(),
    };
  }

  function newAlert({ id }: Pane): PaneView {
    const title = elementOf('p');
    const button = elementOf('button', { type: 'button' });
    // Within the click: elsewhere the browser would block it again.
    button.addEventListener('click', () => panes.open(id));
    const alert = elementOf('div', { role: 'alert' });
    alert.append(title, button);
    return {
      element: alert,
      show(pane, labels) {
        say(title, paneTitle(pane));
        say(button, labels.open);
      },
      begin: () => {},
      leave: () => {},
    };
  }

  /** Takes away what is gone, makes what is new, and says of each what is so. */
  function match<V extends PaneView>(
    views: Map<string, V>,
    shown: readonly Pane[],
    labels: PaneLabels,
    make: (pane: Pane) => V,
  ): readonly V[] {
    for (const [id, view] of views) {
      if (shown.some((pane) => pane.id === id)) continue;
      views.delete(id);
      view.leave();
      view.element.remove();
      view.tab?.remove();
    }
    return shown.map((pane) => {
      const view = views.get(pane.id) ?? make(pane);
      views.set(pane.id, view);
      view.show(pane, labels);
      return view;
    });
  }

  return {
    show({ tabs, selected, blocked: refused }, labels) {
      const focused = host.ownerDocument.activeElement;
      const hadFocus = focused !== null && host.contains(focused);
      tablist.setAttribute('aria-label', labels.panes);
      const shown = match(open, tabs, labels, newTab);
      for (const [id, { tab, element }] of open) {
        tab.setAttribute('aria-selected', String(id === selected));
        tab.tabIndex = id === selected ? 0 : -1;
        element.hidden = id !== selected;
      }
      const alerts = match(blocked, refused, labels, newAlert);
      if (tabs.length === 0) tablist.remove();
      const elements = [...shown, ...alerts].map(({ element }) => element);
      putInOrder(
        tablist,
        shown.map(({ tab }) => tab),
      );
      putInOrder(host, tabs.length === 0 ? elements : [tablist, ...elements]);
      for (const view of shown) view.begin();
      // Whoever was in a pane that is gone would otherwise begin at the top of the page.
      if (hadFocus && !focused.isConnected && selected !== undefined) open.get(selected)?.tab.focus();
    },
    clear() {
      for (const view of [...open.values(), ...blocked.values()]) view.leave();
      open.clear();
      blocked.clear();
      host.replaceChildren();
    },
  };
}

function elementOf<K extends 'button' | 'div' | 'p'>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Only where it says something else: what is announced once isn't announced again. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Moves none that stands where it belongs: it would lose the focus, and a page in it would begin anew. */
function putInOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  children.forEach((child, index) => {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}
