import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, numbers, test } from '../support/test.js';

const folder = fileURLToPath(new URL('../test-results/screenshots/', import.meta.url));
const readme = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

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
          fullPage: name.endsWith('full'),
        });

      test('softphone page', async ({ phone, simulator, app }) => {
        await shoot(phone.page, app, 'idle');
        await simulator.ring(numbers.ada, 'WIRELESS CALLER');
        await expect(phone.incoming).toBeVisible();
        await shoot(phone.page, app, 'ringing');

        await phone.incoming.getByRole('button', { name: 'Reject' }).click();
        await expect(phone.incoming).toHaveCount(0);
        await simulator.ring(numbers.ada, 'WIRELESS CALLER');
        await phone.incoming.getByRole('button', { name: 'Answer' }).click();
        await expect(phone.calls).toContainText('Active');
        await simulator.message('VoiceMail', numbers.nobody);
        await simulator.message('SMS', numbers.two, 'Can you call me back after three?');
        await expect(phone.messages.first()).toContainText('SMS');
        const missed = await simulator.ring(numbers.nobody);
        await expect(phone.incoming).toBeVisible();
        await simulator.act(missed, 'cancel');
        await expect(phone.incoming).toHaveCount(0);
        await shoot(phone.page, app, 'active');

        await simulator.ring(numbers.jennifer);
        await expect(phone.incoming).toBeVisible();
        await phone.page.waitForTimeout(900); // the pulse at its brightest
        await shoot(phone.page, app, 'active-and-ringing');
        await shoot(phone.page, app, 'full');
        if (viewport.width === 1280 && colorScheme === 'light') {
          await phone.page.screenshot({ path: `${readme}${app.slice(1)}-demo.png` });
        }

        await simulator.faults({ silent: true });
        await phone.number.fill('');
        await phone.dial.click();
        await expect(phone.alert).toBeVisible();
        await phone.number.fill('doe');
        await shoot(phone.page, app, 'alert-and-suggestions');
        await phone.number.press('Escape');
        if (viewport.width === 360) {
          await phone.page.getByRole('button', { name: 'Show the softphone' }).click();
          await shoot(phone.page, app, 'sheet');
        }
      });

      test('transfer, start page, launcher', async ({ phone, simulator, app, session }) => {
        await simulator.ring(numbers.ada);
        await phone.button('Answer').click();
        await phone.button('Keypad').click();
        await shoot(phone.page, app, 'keypad');
        await phone.button('Transfer').click();
        await shoot(phone.page, app, 'transfer');
        await phone.page.goto(`${app}/?session=${session}`);
        await shoot(phone.page, app, 'start');
        await phone.page.goto(`/?session=${session}`);
        await phone.page
          .frameLocator('iframe[title="React sample app"]')
          .getByText('Ready', { exact: true })
          .waitFor();
        const form = phone.page.frameLocator('iframe[title="Simulator board"]').getByRole('form').last();
        await expect(form).toBeVisible();
        // The picture is taller than the window: shown so, the frames are painted in full first.
        await phone.page.setViewportSize({
          width: viewport.width,
          height: viewport.width < 1_000 ? 2_200 : 1_060,
        });
        await phone.page.waitForTimeout(500);
        await shoot(phone.page, '/launcher', 'full');
      });
    });
  }
}
