import type { Page } from '@playwright/test';

/**
 * Lets popups open right in a person's click and at no other time, as browsers do. Chromium itself lets them all
 * through here: to it, whatever Playwright looks at in the page is something that a person did.
 */
export async function blockPopups(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = window.open.bind(window);
    let clicking = false;
    addEventListener(
      'click',
      ({ isTrusted }) => {
        clicking = isTrusted;
        setTimeout(() => (clicking = false));
      },
      true,
    );
    window.open = (...args) => (clicking ? open(...args) : null);
  });
}
