import type { BrowserContext, FrameLocator, Locator, Page } from '@playwright/test';
import { serviceOrigin } from './addresses.js';

/** The panes beside a softphone, by the roles and names that all four apps have. */
export interface Panes {
  readonly list: Locator;
  readonly tabs: Locator;
  readonly close: Locator;
  /** What tells of a popup that was held back. */
  readonly blocked: Locator;
  tab(title: string): Locator;
  frame(title: string): Locator;
  /** The page in a pane. */
  page(title: string): FrameLocator;
}

export function createPanes(page: Page): Panes {
  const list = page.getByRole('tablist', { name: 'Panes', exact: true });
  const panel = (title: string): Locator => page.getByRole('tabpanel', { name: title, exact: true });
  return {
    list,
    tabs: list.getByRole('tab'),
    close: page.getByRole('button', { name: 'Close pane', exact: true }),
    blocked: page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Open', exact: true }) }),
    tab: (title) => list.getByRole('tab', { name: title, exact: true }),
    frame: (title) => panel(title).locator('iframe'),
    page: (title) => panel(title).locator('iframe').contentFrame(),
  };
}

/** Puts a page of the test's own on the service's origin, where panes may be opened; gives its address. */
export async function servePane(context: BrowserContext, name: string, html: string): Promise<string> {
  const url = `${serviceOrigin}/panes/${name}`;
  await context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  return url;
}

/** A page with one button, which says that the work is done as the vendor's document does. */
export const plainPane = (heading: string): string =>
  `<!doctype html><html lang="en"><title>${heading}</title><h1>${heading}</h1><button>Done</button>
   <script>document.querySelector('button').onclick = () => parent.postMessage('closeThirdParty', '*');</script>`;
