import type { MountedPaneHost } from './bindingDriver.js';
import { demand } from './demand.js';

/** What a person finds in a host of panes, whatever it is made of. */
export interface PaneHostPage {
  tabs(): readonly HTMLElement[];
  /** What the tabs say, in order; the selected one in brackets. */
  tabTexts(): readonly string[];
  tab(text: string): HTMLElement;
  /** The panel that is to be seen. */
  panel(): HTMLElement;
  panels(): readonly HTMLElement[];
  iframes(): readonly HTMLIFrameElement[];
  alerts(): readonly HTMLElement[];
  /** Presses the button that says this, below an element or anywhere. */
  press(text: string, within?: HTMLElement): void;
  /** Presses a key on the element that has the focus. */
  key(key: string): void;
}

const textOf = (element: Element): string => element.textContent.trim();

const isSeen = (element: Element): boolean => element.closest('[hidden]') === null;

export function paneHostPage({ element }: Pick<MountedPaneHost, 'element'>): PaneHostPage {
  const all = <E extends HTMLElement>(selector: string, within: HTMLElement = element): E[] => [
    ...within.querySelectorAll<E>(selector),
  ];
  const only = <T>(found: readonly T[], what: string): T => {
    const [first] = found;
    demand(first !== undefined && found.length === 1, `there are ${found.length} of ${what} to be seen`);
    return first;
  };
  const page: PaneHostPage = {
    tabs: () => all('[role=tab]'),
    tabTexts: () =>
      page
        .tabs()
        .map((tab) => (tab.getAttribute('aria-selected') === 'true' ? `[${textOf(tab)}]` : textOf(tab))),
    tab: (text) =>
      only(
        page.tabs().filter((tab) => textOf(tab) === text),
        `tabs “${text}”`,
      ),
    panel: () => only(page.panels().filter(isSeen), 'panels'),
    panels: () => all('[role=tabpanel]'),
    iframes: () => all<HTMLIFrameElement>('iframe'),
    alerts: () => all('[role=alert]'),
    press: (text, within) =>
      only(
        all('button', within).filter((button) => textOf(button) === text && isSeen(button)),
        `buttons “${text}”`,
      ).click(),
    key: (key) =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  };
  return page;
}
