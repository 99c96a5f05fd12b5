import type { Page } from '@playwright/test';

/** Kills the page's process, and waits until the browser has noticed. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer it.
  session.send('Page.crash').catch(() => {});
  await crashed;
}
