import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launcher } from '../support/addresses.js';
import { blockPopups } from '../support/blockPopups.js';
import { createPanes } from '../support/panes.js';
import { expect, numbers } from '../support/test.js';
import { createXivoDesktop } from '../support/xivoDesktop.js';
import { test } from '../support/xivoTest.js';

const folder = fileURLToPath(new URL('../test-results/screenshots/', import.meta.url));

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test.describe(`${viewport.width} ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      const shoot = (page: Page, app: string, name: string): Promise<Buffer> =>
        page.screenshot({
          path: `${folder}${app.slice(1)}-${name}-${viewport.width}-${colorScheme}.png`,
          fullPage: true,
        });

      test('panes beside a softphone', async ({ app, unopened: phone, session, simulator, xivo }) => {
        const panes = createPanes(phone.page);
        await blockPopups(phone.page);
        await phone.open();
        const url = `${launcher}${app}/xivo?session=${session}`;
        await xivo.config({ answer: { action: 'popup', url, title: 'A window' } });
        await simulator.ring(numbers.jennifer);
        await expect(panes.blocked).toBeVisible();
        for (const [title, number] of [
          ['Customer', numbers.ada],
          ['A title that is much too long for one tab', numbers.nobody],
        ] as const) {
          await xivo.config({ answer: { action: 'open', url, title } });
          await simulator.ring(number);
          await expect(panes.page(title).locator('dl')).toBeVisible();
        }
        await shoot(phone.page, app, 'panes');
      });

      test('the desktop, its guest and who watches', async ({ app, context, page, session, xivo }) => {
        const watching = await context.newPage();
        await watching.goto(`${app}/xivo?session=${session}`);
        await shoot(watching, app, 'observer-idle');
        await page.bringToFront();
        const desktop = createXivoDesktop(page, session);
        await desktop.open();
        await desktop.button('Log out').click();
        await desktop.button('Log in').click();
        const url = `${launcher}${app}/xivo?session=${session}`;
        await xivo.config({ answer: { action: 'open', url, title: 'Customer', autopause: true } });
        await xivo.ring('1013', 'edition');
        await expect(desktop.pane('Customer').locator('dl')).toBeVisible();
        await shoot(page, app, 'guest');
        await expect(watching.getByRole('list', { name: 'Calls', exact: true })).toContainText('1013');
        await shoot(watching, app, 'observer');
        await watching.goto(`${app}/xivo?session=${session}&call=1`);
        await expect(watching.getByRole('alert').first()).toBeVisible();
        await shoot(watching, app, 'guest-alone');
      });
    });
  }
}
