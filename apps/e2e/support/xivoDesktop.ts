import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { xivoDesktopOrigin } from './addresses.js';

/** The agents' desktop, by its roles and names. */
export interface XivoDesktop {
  readonly page: Page;
  readonly agentState: Locator;
  readonly calls: Locator;
  readonly events: Locator;
  /** All that are open. */
  readonly tabs: Locator;
  /** Opens the desktop, and waits until its agent takes calls. */
  open(): Promise<void>;
  button(name: string): Locator;
  tab(title: string): Locator;
  /** The page in a pane. */
  pane(title: string): FrameLocator;
}

export function createXivoDesktop(page: Page, session: string): XivoDesktop {
  const agentState = page.getByRole('status', { name: 'Agent state' });
  const calls = page.getByRole('list', { name: 'Calls', exact: true });
  const tabs = page.getByRole('tablist', { name: 'Panes' }).getByRole('tab');
  return {
    page,
    agentState,
    calls,
    events: page.getByRole('log', { name: 'Events' }),
    tabs,
    async open() {
      await page.goto(`${xivoDesktopOrigin}/?session=${session}`);
      await expect(agentState).toHaveText('Ready');
    },
    button: (name) => page.getByRole('button', { name, exact: true }),
    tab: (title) => page.getByRole('tab', { name: title, exact: true }),
    pane: (title) =>
      page.getByRole('tabpanel', { name: title, exact: true }).locator('iframe').contentFrame(),
  };
}
