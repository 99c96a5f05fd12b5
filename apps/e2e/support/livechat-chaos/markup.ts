import { expect, type Page } from '@playwright/test';

/** What runs a script in a page that takes somebody else's text for its own. */
export const markup = [
  '<img src=x onerror="xss(1)">',
  '<script>xss(2)</script>',
  '"><svg/onload=xss(3)>',
  '<a href="javascript:xss(4)">here</a>',
  'javascript:xss(5)',
  '<iframe srcdoc="<script>parent.xss(6)</script>"></iframe>',
  '</title><style>*{display:none}</style>',
  '{{constructor.constructor("xss(7)")()}}${xss(8)}',
] as const;

/** All of it in one. */
export const allMarkup = markup.join(' ');

/** Looks out for a script of somebody else's. To be called before the page is opened; what it gives is called at the end. */
export async function watchMarkup(page: Page): Promise<() => Promise<void>> {
  const done: string[] = [];
  page.on('dialog', (dialog) => {
    done.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const ran: unknown[] = [];
    Object.assign(window, { ran, xss: (which: unknown) => ran.push(which) });
  });
  return async () => {
    // A link that nobody should follow is followed.
    const links = page.getByRole('link').and(page.locator('[href^="javascript:" i]'));
    expect(await links.count()).toBe(0);
    expect(await page.locator('[onerror], [onload], iframe[srcdoc], img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toEqual([]);
    expect(done).toEqual([]);
  };
}
